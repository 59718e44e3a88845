/** All storages, and below them the files in error of the selected one (docs/regards-api/actions.md 3.8). */
import { styled } from '@mui/material/styles'
import { useEffect, useEffectEvent, useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import { arrangeRecords } from '@/domain/board-view'
import type { RecordsView, StorageRecord } from '@/domain/record-list'
import { LIST_RIGHTS } from '@/domain/rights'
import type { SessionRef } from '@/domain/session'
import { isolate } from '@/i18n/isolate'
import { useRecordList } from '@/queries/records'
import { useMissingRight } from '@/queries/rights'
import { TabList, panelId, tabId } from '@/ui/TabList'
import { RecordPanel } from './RecordPanel'
import { useRegardsWord } from './list/cell-text'

const Part = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  // As high as its storages; once one is chosen, the files below them take what is left.
  flex: '0 1 auto',
  minHeight: 0,
  '&[data-chosen=true]': { flex: 'none', maxHeight: '42vh' },
  '& + &': {
    '--least-rows': '16vh',
    flex: '1 0 auto',
    borderTop: `2px solid ${theme.vars.palette.divider}`,
  },
  '&[data-chosen=true] + &': { flex: '1 1 auto' },
  '& > h3': { ...theme.typography.subtitle1, margin: 0, padding: '8px 12px 2px', overflowWrap: 'anywhere' },
  '& > p': { ...theme.typography.body2, margin: 12, color: theme.vars.palette.text.secondary },
}))
const Panel = styled('div')({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 })

/** Types of file requests that can be in error; availability is asked for reading, not for storing. */
const KINDS = ['STORAGE', 'DELETION', 'COPY', 'REFERENCE'] as const
type Kind = (typeof KINDS)[number]

interface ChosenStorage {
  readonly storage: string
  readonly kind: Kind
}

/** The storage and the request type, split at the last slash: names of storages may contain slashes. */
function readPart(part: string | undefined): ChosenStorage | undefined {
  const slash = part?.lastIndexOf('/') ?? -1
  const kind = KINDS.find(one => one === part?.slice(slash + 1))
  return part === undefined || slash <= 0 || kind === undefined ? undefined : { storage: part.slice(0, slash), kind }
}

const partOf = ({ storage, kind }: ChosenStorage) => `${storage}/${kind}`

interface Props {
  readonly sessionRef: SessionRef
  readonly records: RecordsView
  readonly onShow: (records: RecordsView) => void
  /** The same list in another order, or other rows of it. */
  readonly onArrange: (records: RecordsView) => void
}

function FilesInError(props: Props & { readonly chosen: ChosenStorage }) {
  const { chosen, sessionRef, records, onShow, onArrange } = props
  const { t } = useTranslation('records')
  const word = useRegardsWord()
  const id = useId()
  const { storage, kind } = chosen
  const part = partOf(chosen)
  const name = t('files.title', { storage: isolate(storage) })
  return (
    <>
      <h3>{name}</h3>
      <TabList
        name={t('files.kinds')}
        idPrefix={id}
        tabs={KINDS.map(one => ({ id: one, label: word(one) }))}
        selected={kind}
        onSelect={one => onShow({ list: 'storageErrors', part: `${storage}/${one}` })}
      />
      <Panel role="tabpanel" id={panelId(id)} aria-labelledby={tabId(id, KINDS.indexOf(kind))}>
        <RecordPanel
          key={part}
          list="storageErrors"
          name={name}
          sessionRef={sessionRef}
          part={part}
          arrangement={records}
          onArrange={change => onArrange(arrangeRecords(records, change))}
        />
      </Panel>
    </>
  )
}

/** The storage with most errors, and their most frequent type; undefined when there are none. */
function mostErrors(storages: readonly StorageRecord[]): ChosenStorage | undefined {
  const errorsOf = (one: StorageRecord | undefined) => (one === undefined ? 0 : one.storageErrors + one.deletionErrors)
  const [first] = storages.toSorted((a, b) => errorsOf(b) - errorsOf(a))
  if (first === undefined || errorsOf(first) === 0) return undefined
  return { storage: first.name, kind: first.storageErrors >= first.deletionErrors ? 'STORAGE' : 'DELETION' }
}

/** Selects that storage after a click in a card in error, once the storages are loaded. */
function ChooseMost({ sessionRef, onShow }: Pick<Props, 'sessionRef' | 'onShow'>) {
  // The question of the list above: asked once.
  const { rows, isComplete } = useRecordList('storages', { ref: sessionRef, direction: 'desc' })
  const choose = useEffectEvent((storages: readonly StorageRecord[]) => {
    const most = mostErrors(storages)
    onShow(most === undefined ? { list: 'storages' } : { list: 'storageErrors', part: partOf(most) })
  })
  useEffect(() => {
    if (rows !== undefined && isComplete) choose(rows)
  }, [rows, isComplete])
  return null
}

export function StorageLists(props: Props) {
  const { sessionRef, records, onShow } = props
  const { t } = useTranslation('records')
  const isOfErrors = records.list === 'storageErrors'
  const chosen = isOfErrors ? readPart(records.part) : undefined
  const isRefused = useMissingRight(LIST_RIGHTS.storages) !== undefined
  const isToChoose = isOfErrors && records.part === undefined && !isRefused
  return (
    <>
      <Part data-chosen={chosen !== undefined}>
        <RecordPanel
          list="storages"
          name={t('title.storages')}
          sessionRef={sessionRef}
          choice={{
            key: chosen?.storage,
            onChoose: ({ name }) =>
              onShow(
                name === chosen?.storage
                  ? { list: 'storages' }
                  : { list: 'storageErrors', part: partOf({ storage: name, kind: chosen?.kind ?? 'STORAGE' }) },
              ),
          }}
        />
      </Part>
      <Part>
        {isToChoose && <ChooseMost sessionRef={sessionRef} onShow={onShow} />}
        {chosen === undefined ? (
          <p>{t(isToChoose ? 'asking' : 'files.choose')}</p>
        ) : (
          <FilesInError {...props} chosen={chosen} />
        )}
      </Part>
    </>
  )
}
