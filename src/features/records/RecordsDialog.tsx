/** The dialog of every "See …": its title and the list; Escape and Back return to the drawer. */
import Close from '@mui/icons-material/Close'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import { arrangeRecords } from '@/domain/board-view'
import type { RecordsView } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useStepWords } from '@/i18n/step-words'
import { Name } from '@/ui/Name'
import { FeatureErrors } from './FeatureErrors'
import { RecordPanel } from './RecordPanel'
import { StorageLists } from './StorageLists'
import { RECORD_KINDS } from './record-kinds'

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
  const id = useId()
  const isNarrow = useMediaQuery('(max-width: 899px)', { noSsr: true })
  const shown = records.list === 'storageErrors' ? 'storages' : records.list
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
          <h2 id={id}>{t(`title.${shown}`)}</h2>
          <p>
            <Owner sessionRef={sessionRef} records={records} />
            {' — '}
            {t(`origin.${shown}`)}
          </p>
        </div>
        <IconButton size="small" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <Close fontSize="small" />
        </IconButton>
      </Head>
      <Lists sessionRef={sessionRef} records={records} onShow={onShow} onArrange={onArrange} />
    </Dialog>
  )
}
