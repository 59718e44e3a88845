/** The errors of a list grouped by cause: click one to keep only its rows, again to free them. */
import { styled } from '@mui/material/styles'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CauseGroup } from '@/domain/causes'
import type { Direction, RecordListId } from '@/domain/record-list'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { PlainButton } from '@/ui/PlainButton'
import { Time } from '@/ui/Time'
import { isRepeatedClick } from '@/ui/gestures'
import { useTicking } from '@/ui/useNow'
import { CauseExamples } from './CauseExamples'
import { ReadProgress } from './ReadProgress'
import { ownTotal } from './own-total'

const Section = styled('section')(({ theme }) => ({
  ...theme.typography.body2,
  flex: 'none',
  // As high while it loads, empty and filled: what is below it stands still.
  height: 'clamp(116px, 24vh, 200px)',
  display: 'flex',
  flexDirection: 'column',
  borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
}))

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  minHeight: 32,
  padding: '0 12px',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& h3': { ...theme.typography.subtitle2, margin: 0, color: (theme.vars ?? theme).palette.text.primary },
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
  color: (theme.vars ?? theme).palette.text.secondary,
}))

const Group = styled('button')(({ theme }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'grid',
  gridTemplateColumns: 'minmax(64px, max-content) minmax(0, 1fr) minmax(48px, max-content) 190px',
  columnGap: 12,
  alignItems: 'center',
  width: '100%',
  minHeight: 28,
  padding: '0 8px',
  borderRadius: 4,
  cursor: 'pointer',
  '&:hover': { backgroundColor: (theme.vars ?? theme).palette.action.hover },
  '&[aria-pressed=true]': {
    backgroundColor: (theme.vars ?? theme).palette.action.selected,
    boxShadow: `inset 4px 0 0 ${(theme.vars ?? theme).palette.primary.main}`,
  },
  '&:focus-visible': { outline: `2px solid ${(theme.vars ?? theme).palette.primary.main}`, outlineOffset: -2 },
  '& b': { textAlign: 'end', color: (theme.vars ?? theme).palette.error.main },
  '& bdi, & i': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& small': { fontSize: 'inherit', textAlign: 'end', color: (theme.vars ?? theme).palette.text.secondary },
  '@media (max-width: 699px)': {
    gridTemplateColumns: 'minmax(56px, max-content) minmax(0, 1fr) minmax(44px, max-content)',
    '& small + small': { display: 'none' },
  },
}))

function Between({ first, last }: Pick<CauseGroup, 'first' | 'last'>) {
  const { relative } = useFormat()
  const isOne = useTicking(5_000, (_now, serverNow) =>
    first !== undefined && last !== undefined && relative(first, serverNow) === relative(last, serverNow) ? 1 : 0,
  )
  if (first === undefined || last === undefined) return null
  if (isOne === 1) return <Time iso={last} />
  return (
    <>
      <Time iso={first} /> – <Time iso={last} />
    </>
  )
}

/** As many causes are drawn: what comes after is rarer than all of them. */
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
  /** The one whose rows are kept. */
  readonly kept: string | undefined
  /** A cause the address names that no row read so far has. */
  readonly absent: string | undefined
  readonly onKeep: (pattern: string | undefined) => void
  /** Undefined where nothing can be ordered for some rows. */
  readonly onRelaunch: ((pattern: string) => void) | undefined
  readonly refusal: string | undefined
}

export function CauseList(props: Props) {
  const { list, groups, read, direction, kept, absent, onKeep, onRelaunch, refusal } = props
  const { t } = useTranslation('records')
  const { exact, percent } = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = groups.filter(({ pattern }, place) => place < MOST || pattern === kept)
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
              onKeep(undefined)
            }}
          >
            {t('causes.free')}
          </PlainButton>
        </Absent>
      )}
      {groups.length > 0 && (
        <Groups>
          {shown.map(group => {
            const { pattern, count, share, first, last } = group
            const isKept = pattern === kept
            return (
              <li key={pattern}>
                <Group
                  type="button"
                  aria-pressed={isKept}
                  onClick={event => {
                    if (!isRepeatedClick(event)) onKeep(isKept ? undefined : pattern)
                  }}
                >
                  <b>{t('causes.count', { figure: exact(count) })}</b>
                  {pattern === '' ? (
                    <i>{t('causes.none')}</i>
                  ) : (
                    <bdi translate="no" title={pattern}>
                      {pattern}
                    </bdi>
                  )}
                  <small title={t('causes.share', { share: percent(share) })}>{percent(share)}</small>
                  <small>
                    <Between first={first} last={last} />
                  </small>
                </Group>
                {isKept && (
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
