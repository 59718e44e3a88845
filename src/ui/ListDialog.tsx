/** A dialog for a list that has the screen to itself: its title and what it is of, and below them the list. Escape and Back close it. */
import Close from '@mui/icons-material/Close'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { ReactNode } from 'react'
import { useId } from 'react'

const Head = styled('header')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  padding: '10px 8px 2px 12px',
  '& > div': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& h2': { ...theme.typography.h6, margin: 0 },
  '& p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary },
}))

/** Its header stays in place: a list that loads or grows moves the lower edge only. */
const AS_HIGH_AS_NEEDED = { width: 'calc(100% - 64px)', maxHeight: 'calc(100% - 64px)', m: 4 } as const

interface Props {
  readonly title: string
  /** Whose list it is. */
  readonly of: ReactNode
  /** The name of the button that closes it. */
  readonly close: string
  readonly onClose: () => void
  readonly children: ReactNode
}

export function ListDialog({ title, of, close, onClose, children }: Props) {
  const id = useId()
  const isNarrow = useMediaQuery('(max-width: 899px)', { noSsr: true })
  return (
    <Dialog
      data-printed="list"
      open
      onClose={onClose}
      fullScreen={isNarrow}
      maxWidth={false}
      transitionDuration={0}
      aria-labelledby={id}
      slotProps={isNarrow ? {} : { container: { sx: { alignItems: 'flex-start' } }, paper: { sx: AS_HIGH_AS_NEEDED } }}
    >
      <Head>
        <div>
          <h2 id={id}>{title}</h2>
          <p>{of}</p>
        </div>
        <IconButton size="small" aria-label={close} title={close} onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Head>
      {children}
    </Dialog>
  )
}
