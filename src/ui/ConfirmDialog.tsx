/** A question with its consequence; it stays open while the action is running, and Escape cancels. */
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { ReactNode } from 'react'
import { useId } from 'react'

interface Props {
  readonly open: boolean
  readonly title: ReactNode
  readonly onClose: () => void
  readonly actions: ReactNode
  /** While true neither Escape nor a click beside it closes the dialog. */
  readonly isPending?: boolean
  /** For a table. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

export function ConfirmDialog({ open, title, onClose, actions, isPending = false, isWide = false, children }: Props) {
  const id = useId()
  const isNarrow = useMediaQuery('(max-width: 599px)')
  return (
    <Dialog
      open={open}
      onClose={() => {
        if (!isPending) onClose()
      }}
      fullScreen={isNarrow}
      fullWidth
      maxWidth={isWide ? 'md' : 'sm'}
      transitionDuration={0}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-content`}
    >
      <DialogTitle id={`${id}-title`} sx={{ overflowWrap: 'anywhere', pb: 1 }}>
        {title}
      </DialogTitle>
      <DialogContent id={`${id}-content`}>{children}</DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>{actions}</DialogActions>
    </Dialog>
  )
}
