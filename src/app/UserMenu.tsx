/** What one does with oneself: settings, keys, sign out. Loaded at the first click. */
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import type { FrameDialog } from './frame-dialog'
import { signOutEverywhere } from './sign-out'

interface Props {
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly onDialog: (dialog: FrameDialog) => void
}

export function UserMenu({ anchor, onClose, onDialog }: Props) {
  const { t } = useTranslation('frame')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const open = (dialog: FrameDialog) => () => {
    onClose()
    onDialog(dialog)
  }
  const signOut = () => {
    onClose()
    signOutEverywhere(queryClient)
    // The address names what was looked at: that goes too.
    void navigate('/', { replace: true })
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
