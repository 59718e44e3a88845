/** The errors of a list grouped by cause: click one to filter by it, again to clear. */
import { styled } from '@mui/material/styles'
import { useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { CauseGroup } from '@/domain/causes'
import type { Direction, RecordListId } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { PlainButton } from '@/ui/PlainButton'
import { CauseExamples } from './CauseExamples'
import { CauseRow } from './CauseRow'
import { ReadProgress } from '../list/ReadProgress'
import { ownTotal } from '../own-total'

const Section = styled('section')(({ theme }) => ({
  ...theme.typography.body2,
  // As high as its causes, as long as enough rows are left below (src/features/records/list/RecordSplit.tsx); while it loads, as high as with one.
  flex: '0 1 auto',
  minHeight: 66,
  maxHeight: 'max(116px, 50vh)',
  display: 'flex',
  flexDirection: 'column',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  minHeight: 32,
  padding: '0 12px',
  color: theme.vars.palette.text.secondary,
  '& h3': { ...theme.typography.subtitle2, margin: 0, color: theme.vars.palette.text.primary },
}))

const Groups = styled('ul')({
  margin: 0,
  padding: '0 4px 6px',
  listStyle: 'none',
  overflow: 'auto',
  flex: 1,
  minHeight: 0,
})

const Absent = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  padding: '0 12px',
  '& bdi': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

const More = styled('li')(({ theme }) => ({
  padding: '4px 8px',
  color: theme.vars.palette.text.secondary,
}))

/** The number of causes shown: the others are less frequent. */
const MOST = 200

function useWindowText(
  list: RecordListId,
  read: RecordList<object>,
  direction: Direction | undefined,
): string | undefined {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { rows, isComplete, moved, isGoingOver } = read
  if (rows === undefined || rows.length === 0) return undefined
  const loaded = { read: exact(rows.length) }
  if (moved > 0 || (isGoingOver && isComplete)) return t('causes.overMoved', loaded)
  if (isComplete) return t('causes.over', { figure: exact(rows.length) })
  const own = ownTotal(list, read)
  if (own === undefined) return t('causes.overKnown', loaded)
  const figures = { ...loaded, total: exact(own) }
  if (direction === undefined) return t('causes.overSome', figures)
  return t(direction === 'desc' ? 'causes.overLatest' : 'causes.overOldest', figures)
}

interface Props {
  readonly list: RecordListId
  readonly groups: readonly CauseGroup[]
  readonly read: RecordList<object>
  readonly direction: Direction | undefined
  /** The selected cause. */
  readonly selectedCause: string | undefined
  /** A cause of the address that no loaded row has. */
  readonly absent: string | undefined
  readonly onSelect: (pattern: string | undefined) => void
  /** Undefined where single rows have no action. */
  readonly onRelaunch: ((pattern: string) => void) | undefined
  readonly refusal: string | undefined
}

export function CauseList(props: Props) {
  const { list, groups, read, direction, selectedCause, absent, onSelect, onRelaunch, refusal } = props
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = groups.filter(({ pattern }, place) => place < MOST || pattern === selectedCause)
  const hidden = groups.length - shown.length
  return (
    <Section aria-label={t('causes.name')}>
      <Head>
        <h3 ref={heading} tabIndex={-1}>
          {t('causes.name')}
        </h3>
        <span>{useWindowText(list, read, direction)}</span>
        <ReadProgress read={read} />
      </Head>
      {absent !== undefined && (
        <Absent role="status">
          <span>{t('causes.absent')}</span>
          {absent === '' ? <i>{t('causes.none')}</i> : <bdi translate="no">{absent}</bdi>}
          <PlainButton
            look="framed"
            onClick={() => {
              // The button goes with the sentence.
              heading.current?.focus()
              onSelect(undefined)
            }}
          >
            {t('causes.free')}
          </PlainButton>
        </Absent>
      )}
      {groups.length > 0 && (
        <Groups>
          {shown.map(group => {
            const { pattern } = group
            const isSelected = pattern === selectedCause
            return (
              <li key={pattern}>
                <CauseRow
                  group={group}
                  isSelected={isSelected}
                  onClick={() => onSelect(isSelected ? undefined : pattern)}
                />
                {isSelected && (
                  <CauseExamples
                    group={group}
                    onRelaunch={onRelaunch && (() => onRelaunch(pattern))}
                    refusal={refusal}
                  />
                )}
              </li>
            )
          })}
          {hidden > 0 && <More>{t('causes.more', { count: hidden, figure: exact(hidden) })}</More>}
        </Groups>
      )}
    </Section>
  )
}
