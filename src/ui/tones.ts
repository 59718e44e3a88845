/** What each tone of a figure looks like: a colour and an icon; the word comes from the messages. */
import ErrorIcon from '@mui/icons-material/ReportOutlined'
import PauseIcon from '@mui/icons-material/InventoryOutlined'
import PlayIcon from '@mui/icons-material/PlayArrow'
import ClockIcon from '@mui/icons-material/ScheduleOutlined'

export type ToneName = 'plain' | 'muted' | 'running' | 'waiting' | 'error' | 'setAside'

/** Palette entries, as `sx` reads them. */
export const TONE_COLOUR = {
  plain: 'text.primary',
  muted: 'text.secondary',
  running: 'info.main',
  waiting: 'warning.main',
  error: 'error.main',
  setAside: 'secondary.main',
} as const satisfies Record<ToneName, string>

/** Plain figures need no icon. */
export const TONE_ICON = {
  running: PlayIcon,
  waiting: ClockIcon,
  error: ErrorIcon,
  setAside: PauseIcon,
} as const
