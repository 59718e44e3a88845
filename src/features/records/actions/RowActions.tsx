/** The action bar of a list whose rows can be selected, and the dialog of the chosen action. */
import Typography from '@mui/material/Typography'
import { useTranslation } from '@/i18n/translation'
import type { VersioningAction, RelaunchAction } from '@/domain/action'
import type { RecordListId, RecordRows, RelaunchByIds } from '@/domain/record-list'
import { RELAUNCHED_BY_IDS } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { SelectionBar } from './SelectionBar'
import { RecordActionDialog } from './RecordActionDialog'
import { VersioningDialog } from './VersioningDialog'
import type { RowAction } from './row-actions'
import { idsOf, requestType } from './row-actions'
import { useEarlierNote } from './useEarlierAction'
import type { RowSelection } from './useRowSelection'

/** The target: frozen, whatever the list shows meanwhile. */
export interface AskedAction {
  /** Absent: all the session has. */
  readonly ids?: readonly number[]
  /** The cause they were selected by. */
  readonly cause?: string
}

interface Props {
  readonly rowAction: RowAction
  readonly refusal: string | undefined
  readonly sessionRef: SessionRef
  readonly part: string | undefined
  readonly selection: RowSelection<RecordRows[RecordListId]>
  readonly asked: AskedAction | undefined
  readonly onAsk: (asked: AskedAction | undefined) => void
  /** REGARDS handled the action. */
  readonly onDone: () => void
}

/** The action for these rows; without ids, for all rows of the session. */
function actionFor(
  { rowAction, sessionRef: ref, part }: Props,
  ids?: readonly number[],
): RelaunchAction | VersioningAction {
  // Its target does not depend on the mode, which is chosen in the dialog.
  if (rowAction.kind === 'versioning') return { kind: 'versioning', ref, mode: 'IGNORE', ...(ids && { ids }) }
  const { list } = rowAction
  const type = requestType(part)
  const selected = { list, ref, ids: ids ?? [], ...(type && { type }) }
  return { kind: 'relaunch', ref, stepId: RELAUNCHED_BY_IDS[list], selected }
}

interface SelectedProps {
  readonly selected: RelaunchByIds
  /** The cause they have in common, when they were selected by it. */
  readonly cause: string | undefined
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Relaunches exactly the requests that were selected, as they were when the dialog was opened. */
function RelaunchSelectedDialog({ selected, cause, onClose, onDone }: SelectedProps) {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { ref, list, ids } = selected
  const words = { count: ids.length, figure: exact(ids.length) }
  return (
    <RecordActionDialog
      title={t('action.relaunch.title', words)}
      action={{ kind: 'relaunch', ref, stepId: RELAUNCHED_BY_IDS[list], selected }}
      confirm={t('action.relaunch.confirm', words)}
      onClose={onClose}
      onDone={onDone}
    >
      <Typography gutterBottom>{t('action.relaunch.will', words)}</Typography>
      {cause !== undefined && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {t('action.relaunch.cause', { cause })}
        </Typography>
      )}
    </RecordActionDialog>
  )
}

function AskedDialog(props: Props & { readonly asked: AskedAction }) {
  const { asked, onAsk, onDone } = props
  const close = () => onAsk(undefined)
  const action = actionFor(props, asked.ids)
  if (action.kind === 'versioning') return <VersioningDialog action={action} onClose={close} onDone={onDone} />
  if (action.selected === undefined) return null
  return <RelaunchSelectedDialog selected={action.selected} cause={asked.cause} onClose={close} onDone={onDone} />
}

export function RowActions(props: Props) {
  const { rowAction, refusal, selection, asked, onAsk } = props
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const count = selection.rows.length
  const isRelaunch = rowAction.kind === 'relaunch'
  const earlier = useEarlierNote()
  // REGARDS ignores an empty name, and would decide for the whole source.
  const wholeRefusal = refusal ?? (props.sessionRef.name === '' ? t('choose.nameless') : undefined)
  return (
    <>
      <SelectionBar
        count={count}
        onAll={selection.selectAll}
        onNone={selection.clear}
        action={{
          label: t(isRelaunch ? 'choose.relaunch' : 'choose.decide', { figure: exact(count) }),
          refusal,
          note: count === 0 ? undefined : earlier(actionFor(props, idsOf(selection.rows))),
          onClick: () => onAsk({ ids: idsOf(selection.rows) }),
        }}
        wholeAction={
          isRelaunch
            ? undefined
            : {
                label: t('choose.decideAll'),
                refusal: wholeRefusal,
                note: earlier(actionFor(props)),
                onClick: () => onAsk({}),
              }
        }
      />
      {asked !== undefined && <AskedDialog {...props} asked={asked} />}
    </>
  )
}
