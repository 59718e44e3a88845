/** All storages, and below them the files in error of the one that is chosen (docs/regards-api/actions.md 3.8). */
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useTranslation } from '@/i18n/translation'
import { arrangeRecords } from '@/domain/board-view'
import type { RecordsView } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { isolate } from '@/i18n/isolate'
import { TabList, panelId, tabId } from '@/ui/TabList'
import { RecordPanel } from './RecordPanel'
import { useRegardsWord } from './list/cell-text'

const Part = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  flex: '1 1 45%',
  minHeight: 0,
  '& + &': { flexBasis: '55%', borderTop: `2px solid ${theme.vars.palette.divider}` },
  '@media (max-width: 899px)': { flexBasis: '32%', '& + &': { flexBasis: '68%' } },
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

/** The storage and the kind of its requests, cut at the last slash: a storage's name may hold some. */
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

export function StorageLists(props: Props) {
  const { sessionRef, records, onShow } = props
  const { t } = useTranslation('records')
  const chosen = records.list === 'storageErrors' ? readPart(records.part) : undefined
  return (
    <>
      <Part>
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
      <Part>{chosen === undefined ? <p>{t('files.choose')}</p> : <FilesInError {...props} chosen={chosen} />}</Part>
    </>
  )
}
