/** The loaded part of a list: figures, tools, causes, actions for some rows, the table and the opened row. */
import useMediaQuery from '@mui/material/useMediaQuery'
import { styled } from '@mui/material/styles'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { causeKey, ofCause } from '@/domain/causes'
import type { Arrangement, Direction, RecordListId, RecordRows } from '@/domain/record-list'
import { LIST_RIGHTS } from '@/domain/rights'
import type { SessionRef } from '@/domain/session'
import { useMissingRightText } from '@/i18n/missing-right'
import { useReasonWords } from '@/i18n/reason-words'
import { useRecordList } from '@/queries/records'
import { useMissingRight } from '@/queries/rights'
import { useCredentials } from '@/stores/credentials'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { StaleNotice } from '@/ui/StaleNotice'
import type { TableHandle } from '@/ui/table-types'
import { CauseList } from './causes/CauseList'
import { useCauses } from './causes/useCauses'
import { NoRecords } from './list/NoRecords'
import { RecordDetail } from './list/RecordDetail'
import { RecordFigures } from './list/RecordFigures'
import { RecordSplit } from './list/RecordSplit'
import { RecordTable } from './list/RecordTable'
import { RecordTools } from './list/RecordTools'
import type { AskedAction } from './actions/RowActions'
import { RowActions } from './actions/RowActions'
import { useAdminPage } from './list/admin-page'
import { usePollAfterAction } from './actions/usePollAfterAction'
import { RECORD_KINDS } from './record-kinds'
import { idsOf, rowActionOf } from './actions/row-actions'
import { useRowSelection } from './actions/useRowSelection'
import { useCsvFile } from './list/useCsvFile'
import { useOpenedRow } from './list/useOpenedRow'
import { useRememberedRefusal } from './list/useRememberedRefusal'

const Column = styled('div')({ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0, minWidth: 0 })

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  padding: '0 8px 2px 12px',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

const Table = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  '&[hidden]': { display: 'none' },
  // Without rows there is room for the message in their place.
  '&[data-rowless=true]': { minHeight: 212 },
})

/** Undefined values reset to the list's own. */
export type Arranged = { [K in keyof Arrangement]?: Arrangement[K] | undefined }

export interface RecordContentProps<L extends RecordListId> {
  readonly list: L
  readonly name: string
  readonly sessionRef: SessionRef
  readonly part?: string | undefined
  /** Its order and the selected cause, from the address. */
  readonly arrangement?: Arrangement
  readonly onArrange?: (change: Arranged) => void
  /** Replaces opening a row on click, with the clicked row. */
  readonly choice?: { readonly key: string | undefined; readonly onChoose: (row: RecordRows[L]) => void }
}

/** Labels have an order of their own; everything else is newest first until the user reverses it. */
const orderOf = (list: RecordListId, direction: Direction): Direction => (list === 'chains' ? 'asc' : direction)

export function RecordContent<L extends RecordListId>(props: RecordContentProps<L>) {
  const { list, name, sessionRef, part, choice, arrangement = {}, onArrange = () => undefined } = props
  const { t } = useTranslation('records')
  const { hasCauses, isSorted } = RECORD_KINDS[list]
  const [asked, setAsked] = useState<AskedAction>()
  const [actionsDone, setActionsDone] = useState(0)
  const table = useRef<TableHandle>(null)
  const isNarrow = useMediaQuery('(max-width: 899px)', { noSsr: true })
  const reason = useReasonWords(useCredentials(({ identity }) => identity?.role))

  const direction = orderOf(list, arrangement.direction ?? 'desc')
  const question = { ref: sessionRef, direction, ...(part === undefined ? {} : { part }) }
  const read = useRecordList(list, question)
  const { error, answeredAt, isFetching } = read
  useRememberedRefusal(LIST_RIGHTS[list], error)

  const all = read.rows
  const { groups, cause, rows, absent } = useCauses(all, hasCauses, arrangement.cause)

  const rowAction = rowActionOf(list)
  const actionRefusal = useMissingRightText(useMissingRight(rowAction?.right ?? LIST_RIGHTS[list]))
  const chosen = useRowSelection<RecordRows[L]>(rows ?? [])
  const opened = useOpenedRow<RecordRows[L]>(rows, table, isNarrow)
  useEffect(() => {
    // The button of a finished action is gone.
    if (actionsDone > 0) table.current?.focusRow()
  }, [actionsDone])
  const onView = usePollAfterAction(list, sessionRef, part, read, rows)
  const csv = useCsvFile({ list, part, sessionRef, read, cause, question })
  const adminUrl = useAdminPage(list, sessionRef, part)

  const isAlone = isNarrow && opened.row !== undefined
  const relaunchCause =
    rowAction?.kind === 'relaunch'
      ? (pattern: string) => setAsked({ ids: idsOf(ofCause(all ?? [], pattern)), cause: pattern })
      : undefined
  const hasFailed = error !== null && all === undefined
  const isEmpty = all?.length === 0 && absent === undefined
  return (
    <Column onKeyDown={opened.onKeyDown}>
      <Head>
        <RecordFigures
          list={list}
          read={read}
          selectedCauseCount={cause === undefined ? undefined : rows?.length}
          isWindowElsewhere={hasCauses}
        />
        <RecordTools read={read} csv={csv} adminUrl={adminUrl} />
      </Head>
      {error !== null && all !== undefined && (
        <StaleNotice since={answeredAt} reason={`${t('stale')} ${reason(error)}`} onRetry={read.retry} />
      )}
      {hasCauses && !isAlone && !hasFailed && !isEmpty && (
        <CauseList
          list={list}
          groups={groups}
          read={read}
          direction={isSorted ? direction : undefined}
          selectedCause={cause}
          absent={absent}
          onSelect={pattern => onArrange({ cause: pattern === undefined ? undefined : causeKey(pattern) })}
          onRelaunch={relaunchCause}
          refusal={actionRefusal}
        />
      )}
      {rowAction !== undefined && !isAlone && !hasFailed && (
        <RowActions
          rowAction={rowAction}
          refusal={actionRefusal}
          sessionRef={sessionRef}
          part={part}
          selection={chosen}
          asked={asked}
          onAsk={setAsked}
          onDone={() => {
            chosen.clear()
            setActionsDone(actionsDone + 1)
          }}
        />
      )}
      {hasFailed ? (
        <ErrorPanel
          title={t('failed')}
          reason={reason(error)}
          error={error}
          onRetry={read.retry}
          isRetrying={isFetching}
        />
      ) : (
        <RecordSplit rowCount={rows?.length ?? 0} isAlone={isAlone}>
          <Table hidden={isAlone} data-rowless={(rows ?? []).length === 0}>
            <RecordTable
              list={list}
              name={name}
              read={read}
              rows={rows}
              isFiltered={cause !== undefined}
              direction={isSorted ? direction : undefined}
              onDirection={() => onArrange({ direction: direction === 'desc' ? 'asc' : undefined })}
              selection={rowAction === undefined ? undefined : chosen}
              opened={choice === undefined ? opened.row?.key : choice.key}
              onOpen={choice?.onChoose ?? opened.open}
              onMove={opened.follow}
              onView={onView}
              listKey={`${direction} ${cause ?? ''}`}
              empty={<NoRecords list={list} read={read} />}
              tableRef={table}
            />
          </Table>
          {opened.row !== undefined && (
            <RecordDetail list={list} row={opened.row} onClose={opened.close} headingRef={opened.heading} />
          )}
        </RecordSplit>
      )}
    </Column>
  )
}
