/** The bar of a list whose rows can be ordered by hand, and the dialog of the order that was asked for. */
import { useTranslation } from 'react-i18next'
import type { DecisionOrder, RelaunchOrder } from '@/domain/action'
import type { RecordListId, RecordRows } from '@/domain/record-list'
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { ChosenBar } from './SelectionBar'
import { RelaunchChosenDialog } from './RelaunchSelectedDialog'
import { VersioningDialog } from './VersioningDialog'
import type { RowOrder } from './row-actions'
import { idsOf, requestType } from './row-actions'
import { useOrderedLabel } from './useBefore'
import type { Chosen } from './useRowSelection'

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

/** What is ordered for these rows; without ids, for all the session has. */
function orderFor({ order, sessionRef: ref, part }: Props, ids?: readonly number[]): RelaunchOrder | DecisionOrder {
  // What it is about does not depend on the mode, which is chosen in the dialog.
  if (order.kind === 'versioning') return { kind: 'versioning', ref, mode: 'IGNORE', ...(ids && { ids }) }
  const { list } = order
  const type = requestType(part)
  const chosen = { list, ref, ids: ids ?? [], ...(type && { type }) }
  return { kind: 'relaunch', ref, stepId: RELAUNCHED_BY_IDS[list], chosen }
}

function AskedDialog(props: Props & { readonly asked: AskedOrder }) {
  const { asked, onAsk, onDone } = props
  const close = () => onAsk(undefined)
  const order = orderFor(props, asked.ids)
  if (order.kind === 'versioning') return <VersioningDialog order={order} onClose={close} onDone={onDone} />
  if (order.chosen === undefined) return null
  return <RelaunchChosenDialog chosen={order.chosen} cause={asked.cause} onClose={close} onDone={onDone} />
}

export function RowOrders(props: Props) {
  const { order, refusal, chosen, asked, onAsk } = props
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const count = chosen.rows.length
  const isRelaunch = order.kind === 'relaunch'
  const ordered = useOrderedLabel()
  const words = t(isRelaunch ? 'choose.relaunch' : 'choose.decide', { figure: exact(count) })
  // REGARDS takes an empty name for none, and would decide for the whole source.
  const wholeRefusal = refusal ?? (props.sessionRef.name === '' ? t('choose.nameless') : undefined)
  return (
    <>
      <ChosenBar
        count={count}
        onAll={chosen.chooseAll}
        onNone={chosen.clear}
        action={{
          label: count === 0 ? words : ordered(orderFor(props, idsOf(chosen.rows)), words),
          refusal,
          onClick: () => onAsk({ ids: idsOf(chosen.rows) }),
        }}
        wholeAction={
          isRelaunch
            ? undefined
            : {
                label: ordered(orderFor(props), t('choose.decideAll')),
                refusal: wholeRefusal,
                onClick: () => onAsk({}),
              }
        }
      />
      {asked !== undefined && <AskedDialog {...props} asked={asked} />}
    </>
  )
}
