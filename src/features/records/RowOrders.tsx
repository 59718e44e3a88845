/** The bar of a list whose rows can be ordered by hand, and the dialog of the order that was asked for. */
import { useTranslation } from 'react-i18next'
import type { RecordListId, RecordRows } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { ChosenBar } from './ChosenBar'
import { RelaunchChosenDialog } from './RelaunchChosenDialog'
import { VersioningDialog } from './VersioningDialog'
import type { RowOrder } from './row-orders'
import { idsOf, requestType } from './row-orders'
import type { Chosen } from './useChosen'

/** What was asked about: frozen, whatever the list says meanwhile. */
export interface AskedOrder {
  /** Absent: all the session has. */
  readonly ids?: readonly number[]
  /** The cause they were chosen by. */
  readonly cause?: string
}

interface Props {
  readonly order: RowOrder
  readonly refusal: string | undefined
  readonly sessionRef: SessionRef
  readonly part: string | undefined
  readonly chosen: Chosen<RecordRows[RecordListId]>
  readonly asked: AskedOrder | undefined
  readonly onAsk: (asked: AskedOrder | undefined) => void
  /** REGARDS took up the order. */
  readonly onDone: () => void
}

function AskedDialog({ order, sessionRef: ref, part, asked, onAsk, onDone }: Props & { readonly asked: AskedOrder }) {
  const close = () => onAsk(undefined)
  const { ids, cause } = asked
  if (order.kind === 'versioning') {
    return <VersioningDialog order={{ ref, ...(ids && { ids }) }} onClose={close} onDone={onDone} />
  }
  const type = requestType(part)
  return (
    <RelaunchChosenDialog
      chosen={{ list: order.list, ref, ids: ids ?? [], ...(type && { type }) }}
      cause={cause}
      onClose={close}
      onDone={onDone}
    />
  )
}

export function RowOrders(props: Props) {
  const { order, refusal, chosen, asked, onAsk } = props
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const count = chosen.rows.length
  const isRelaunch = order.kind === 'relaunch'
  // REGARDS takes an empty name for none, and would decide for the whole source.
  const wholeRefusal = refusal ?? (props.sessionRef.name === '' ? t('choose.nameless') : undefined)
  return (
    <>
      <ChosenBar
        count={count}
        onAll={chosen.chooseAll}
        onNone={chosen.clear}
        action={{
          label: t(isRelaunch ? 'choose.relaunch' : 'choose.decide', { figure: exact(count) }),
          refusal,
          onClick: () => onAsk({ ids: idsOf(chosen.rows) }),
        }}
        wholeAction={
          isRelaunch ? undefined : { label: t('choose.decideAll'), refusal: wholeRefusal, onClick: () => onAsk({}) }
        }
      />
      {asked !== undefined && <AskedDialog {...props} asked={asked} />}
    </>
  )
}
