/** The dialog of every "See …": its title and the list; Escape and Back return to the drawer. */
import { useTranslation } from '@/i18n/translation'
import { arrangeRecords } from '@/domain/board-view'
import type { RecordsView } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useStepWords } from '@/i18n/step-words'
import { ListDialog } from '@/ui/ListDialog'
import { Name } from '@/ui/Name'
import { FeatureErrors } from './FeatureErrors'
import { RecordPanel } from './RecordPanel'
import { StorageLists } from './StorageLists'
import { RECORD_KINDS } from './record-kinds'

export interface RecordsDialogProps {
  readonly sessionRef: SessionRef
  readonly records: RecordsView
  /** Shows another part, without an entry for Back. */
  readonly onShow: (records: RecordsView) => void
  /** Another order or filter of the same list, with an entry for Back. */
  readonly onArrange: (records: RecordsView) => void
  readonly onClose: () => void
}

/** The session and step of the rows, or all sessions. */
function Owner({ sessionRef, records: { list } }: Pick<RecordsDialogProps, 'sessionRef' | 'records'>) {
  const { t } = useTranslation('records')
  const stepWords = useStepWords()
  const { stepId } = RECORD_KINDS[list]
  if (stepId === undefined) return <>{t('ofAll')}</>
  return (
    <>
      <Name text={sessionRef.source} /> / <Name text={sessionRef.name} mayBeEmpty /> · {stepWords(stepId).title}
    </>
  )
}

function Lists({ sessionRef, records, onShow, onArrange }: Omit<RecordsDialogProps, 'onClose'>) {
  const { t } = useTranslation('records')
  const { list, part } = records
  if (list === 'storages' || list === 'storageErrors')
    return <StorageLists sessionRef={sessionRef} records={records} onShow={onShow} onArrange={onArrange} />
  const name = t(`title.${list}`)
  if (list === 'featureErrors') {
    return (
      <FeatureErrors
        name={name}
        sessionRef={sessionRef}
        part={part}
        onPart={next => onShow({ list, part: next })}
        arrangement={records}
        onArrange={(shown, change) => onArrange(arrangeRecords({ ...records, part: shown }, change))}
      />
    )
  }
  return (
    <RecordPanel
      key={list}
      list={list}
      name={name}
      sessionRef={sessionRef}
      arrangement={records}
      onArrange={change => onArrange(arrangeRecords(records, change))}
    />
  )
}

export function RecordsDialog({ sessionRef, records, onShow, onArrange, onClose }: RecordsDialogProps) {
  const { t } = useTranslation('records')
  const shown = records.list === 'storageErrors' ? 'storages' : records.list
  return (
    <ListDialog
      title={t(`title.${shown}`)}
      of={
        <>
          <Owner sessionRef={sessionRef} records={records} />
          {' — '}
          {t(`origin.${shown}`)}
        </>
      }
      close={t('close')}
      onClose={onClose}
    >
      <Lists sessionRef={sessionRef} records={records} onShow={onShow} onArrange={onArrange} />
    </ListDialog>
  )
}
