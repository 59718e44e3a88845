/** The errors of a list grouped by cause: click one to keep only its rows, again to free them. */
import { styled } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { CauseGroup } from '@/domain/causes'
import { useFormat } from '@/i18n/format'
import type { RecordList } from '@/queries/records'
import { Time } from '@/ui/Time'
import { isRepeatedClick } from '@/ui/gestures'
import { useTicking } from '@/ui/useNow'
import { CauseExamples } from './CauseExamples'
import { ReadProgress } from './ReadProgress'
import type { Direction } from './RecordTable'

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

const Group = styled('button')(({ theme }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  display: 'grid',
  gridTemplateColumns: '64px minmax(0, 1fr) 48px 190px',
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
    gridTemplateColumns: '56px minmax(0, 1fr) 44px',
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

function useWindowText(read: RecordList<object>, direction: Direction | undefined): string | undefined {
  const { t } = useTranslation('records')
  const { exact } = useFormat()
  const { rows, received, total, isComplete } = read
  if (rows === undefined || rows.length === 0) return undefined
  if (isComplete) return t('causes.over', { figure: exact(rows.length) })
  const figures = { read: exact(received), total: exact(total) }
  if (direction === undefined) return t('causes.overSome', figures)
  return t(direction === 'desc' ? 'causes.overLatest' : 'causes.overOldest', figures)
}

interface Props {
  readonly groups: readonly CauseGroup[]
  readonly read: RecordList<object>
  readonly direction: Direction | undefined
  /** The one whose rows are kept. */
  readonly kept: string | undefined
  readonly onKeep: (pattern: string | undefined) => void
  /** Undefined where nothing can be ordered for some rows. */
  readonly onRelaunch: ((pattern: string) => void) | undefined
  readonly refusal: string | undefined
}

export function CauseList({ groups, read, direction, kept, onKeep, onRelaunch, refusal }: Props) {
  const { t } = useTranslation('records')
  const { exact, percent } = useFormat()
  return (
    <Section aria-label={t('causes.name')}>
      <Head>
        <h3>{t('causes.name')}</h3>
        <span>{useWindowText(read, direction)}</span>
        <ReadProgress read={read} />
      </Head>
      {groups.length > 0 && (
        <Groups>
          {groups.map(group => {
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
        </Groups>
      )}
    </Section>
  )
}
