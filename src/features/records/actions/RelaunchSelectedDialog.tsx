/** Relaunches exactly the requests that were chosen, as they were when the dialog was opened. */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { RelaunchByIds } from '@/domain/record-list'
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import { OrderDialog } from './RecordActionDialog'

interface Props {
  readonly chosen: RelaunchByIds
  /** The cause they have in common, when they were chosen by it. */
  readonly cause: string | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

export function RelaunchChosenDialog({ chosen, cause, onClose, onDone }: Props) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { ref, list, ids } = chosen
  const words = { count: ids.length, figure: exact(ids.length) }
  return (
    <OrderDialog
      title={t('order.relaunch.title', words)}
      order={{ kind: 'relaunch', ref, stepId: RELAUNCHED_BY_IDS[list], chosen }}
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
    </OrderDialog>
  )
}
