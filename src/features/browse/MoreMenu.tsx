/** The menu of a list: what is done with it less often. */
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { MessageKey } from '@/i18n/message-keys'
import { useTranslation } from '@/i18n/translation'

/** A line of the menu, by its words. */
export interface MoreEntry {
  readonly id: MessageKey<'more'>
  readonly onChoose: () => void
}

export interface MoreMenuProps {
  readonly entries: readonly MoreEntry[]
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

export function MoreMenu({ entries, anchor, onClose }: MoreMenuProps) {
  const { t } = useTranslation('more')
  return (
    <Menu anchorEl={anchor} open onClose={onClose} transitionDuration={0}>
      {entries.map(({ id, onChoose }) => (
        <MenuItem
          key={id}
          dense
          onClick={() => {
            onClose()
            onChoose()
          }}
        >
          {t(id)}
        </MenuItem>
      ))}
    </Menu>
  )
}
