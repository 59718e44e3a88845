/** Asks before somebody signs out of a run that has something left to send or to follow. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { RunItem } from '@/domain/relaunch-run'
import { isMoving } from '@/domain/run-progress'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { useTicking } from '@/ui/useNow'

const NONE: readonly RunItem[] = []

interface Props {
  readonly onClose: () => void
  readonly onSignOut: () => void
}

export function SignOutDialog({ onClose, onSignOut }: Props) {
  const { t } = useTranslation('many')
  const { t: tFrame } = useTranslation('frame')
  const { exact } = useFormat()
  // It goes on while it is asked about.
  const items = useRelaunchRun(({ run }) => run?.items ?? NONE)
  const unsent = items.filter(({ state }) => state.kind === 'waiting').length
  const working = useTicking(
    1000,
    now => items.filter(item => item.state.kind === 'sending' || isMoving(item, now)).length,
  )
  return (
    <ConfirmDialog
      open
      title={t('signOut.title')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>
            {t('signOut.stay')}
          </Button>
          <Button
            variant="contained"
            color="error"
            onClick={() => {
              onClose()
              onSignOut()
            }}
          >
            {tFrame('signOut')}
          </Button>
        </>
      }
    >
      {unsent > 0 && <Typography>{t('signOut.unsent', { count: unsent, figure: exact(unsent) })}</Typography>}
      {working > 0 && <Typography>{t('signOut.working', { count: working, figure: exact(working) })}</Typography>}
      {unsent + working === 0 && <Typography>{t('signOut.nothing')}</Typography>}
    </ConfirmDialog>
  )
}
