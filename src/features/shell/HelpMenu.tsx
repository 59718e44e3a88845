/** Where help is: pages of the REGARDS guide, and the keys. Loaded at the first click. */
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslation } from 'react-i18next'
import { HELP_PAGES, useConfiguration } from '@/stores/configuration'
import type { FrameDialog } from './frame-dialog'

interface Props {
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly onDialog: (dialog: FrameDialog) => void
}

export function HelpMenu({ anchor, onClose, onDialog }: Props) {
  const { t } = useTranslation('frame')
  const links = useConfiguration(({ helpLinks }) => helpLinks)
  return (
    <Menu anchorEl={anchor} container={anchor.closest('header')} open onClose={onClose} transitionDuration={0}>
      {HELP_PAGES.map(page => (
        <MenuItem
          key={page}
          dense
          component="a"
          href={links[page]}
          target="_blank"
          rel="noopener noreferrer"
          onClick={onClose}
        >
          {t(`help.${page}`)}
        </MenuItem>
      ))}
      <Divider />
      <MenuItem
        dense
        onClick={() => {
          onClose()
          onDialog('keyboard')
        }}
      >
        {t('keyboard')}
      </MenuItem>
    </Menu>
  )
}
