/** Relaunches exactly the requests that were selected, as they were when the dialog was opened. */
import Typography from '@mui/material/Typography'
import { useTranslation } from '@/i18n/translation'
import type { RelaunchByIds } from '@/domain/record-list'
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import { RecordActionDialog } from './RecordActionDialog'

interface Props {
  readonly selected: RelaunchByIds
  /** The cause they have in common, when they were selected by it. */
  readonly cause: string | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

export function RelaunchSelectedDialog({ selected, cause, onClose, onDone }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { ref, list, ids } = selected
  const words = { count: ids.length, figure: exact(ids.length) }
  return (
    <RecordActionDialog
      title={t('order.relaunch.title', words)}
      action={{ kind: 'relaunch', ref, stepId: RELAUNCHED_BY_IDS[list], selected }}
      confirm={t('order.relaunch.confirm', words)}
      onClose={onClose}
      onDone={onDone}
    >
      <Typography gutterBottom>{t('order.relaunch.will', words)}</Typography>
      {cause !== undefined && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {t('order.relaunch.cause', { cause })}
        </Typography>
      )}
    </RecordActionDialog>
  )
}
