/** What one does with oneself: settings, keys, sign out. Loaded at the first click. */
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslation } from 'react-i18next'
import type { FrameDialog } from './frame-dialog'

interface Props {
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly onDialog: (dialog: FrameDialog) => void
  readonly onSignOut: () => void
}

export function UserMenu({ anchor, onClose, onDialog, onSignOut }: Props) {
  const { t } = useTranslation('frame')
  const open = (dialog: FrameDialog) => () => {
    onClose()
    onDialog(dialog)
  }
  const signOut = () => {
    onClose()
    onSignOut()
  }
  return (
    <Menu anchorEl={anchor} container={anchor.closest('header')} open onClose={onClose} transitionDuration={0}>
      <MenuItem dense onClick={open('settings')}>
        {t('settings')}
      </MenuItem>
      <MenuItem dense onClick={open('keyboard')}>
        {t('keyboard')}
      </MenuItem>
      <Divider />
      <MenuItem dense onClick={signOut}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
