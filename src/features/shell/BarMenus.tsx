/** The menus of the top bar: help and user. Loaded at the first click. */
import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { isStill } from '@/domain/run-progress'
import { HELP_PAGES, useConfiguration } from '@/stores/configuration'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { pageNow } from '@/stores/server-clock'
import { useTranslation } from '@/i18n/translation'

/** The dialogs of the frame, each loaded at its first opening. */
export type FrameDialog = 'settings' | 'keyboard' | 'journal' | 'signOut'

interface Props {
  readonly anchor: HTMLElement
  readonly onClose: () => void
  readonly onDialog: (dialog: FrameDialog) => void
}

/** Pages of the REGARDS guide, and the keys. */
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

interface UserProps extends Props {
  readonly onSignOut: () => void
}

/** Settings, journal, keys, sign out: it asks first while a run of relaunches has something left to send or to follow. */
export function UserMenu({ anchor, onClose, onDialog, onSignOut }: UserProps) {
  const { t } = useTranslation('frame')
  const open = (dialog: FrameDialog) => () => {
    onClose()
    onDialog(dialog)
  }
  const signOut = () => {
    onClose()
    const { run } = useRelaunchRun.getState()
    if (run === undefined || isStill(run, pageNow())) onSignOut()
    else onDialog('signOut')
  }
  return (
    <Menu anchorEl={anchor} container={anchor.closest('header')} open onClose={onClose} transitionDuration={0}>
      <MenuItem dense onClick={open('settings')}>
        {t('settings')}
      </MenuItem>
      <MenuItem dense onClick={open('journal')}>
        {t('journal')}
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
