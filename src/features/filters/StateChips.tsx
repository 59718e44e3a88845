/** How many rows are in each state, as buttons that filter by it: one after the other adds to the states that are shown. */
import { useTranslation } from '@/i18n/translation'
import type { ChosenStates } from '@/domain/board-view'
import { toggleState } from '@/domain/board-view'
import type { Session, SessionFilter } from '@/domain/session'
import { STATE_FILTERS } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import type { CountFilters } from '@/queries/state-counts'
import { useStateCounts } from '@/queries/state-counts'
import { useChanges } from '@/stores/changes'
import { pageTime } from '@/stores/server-clock'
import tones from '@/ui/tones.module.css'
import type { ToneName } from '@/ui/tones'
import { useServerTime } from '@/ui/useNow'
import type { UpdateView } from '@/url/useBoardView'
import styles from './chips.module.css'
import { useLoadedCounts } from './useLoadedCounts'

const COUNTED = [...STATE_FILTERS, 'all'] as const

const CHIPS = {
  sources: COUNTED,
  sessions: ['attention', 'changed', ...COUNTED, 'stalled', 'leftOut'],
} as const satisfies Record<CountFilters['kind'], readonly (SessionFilter | 'all')[]>

const TONES = {
  attention: 'plain',
  errors: 'error',
  waiting: 'waiting',
  running: 'running',
  ok: 'plain',
  all: 'plain',
  stalled: 'waiting',
  leftOut: 'setAside',
  changed: 'plain',
} as const satisfies Record<SessionFilter | 'all', ToneName>

interface Count {
  readonly count: number
  readonly title: string | undefined
}

/** The number of each chip, where it has one and it is known, and when or among how many rows it was counted. */
function useCounts({ filters, loaded, isCounting }: Pick<Props, 'filters' | 'loaded' | 'isCounting'>) {
  const { t } = useTranslation('board')
  const { exact, time } = useFormat()
  const byState = useStateCounts(filters, COUNTED, isCounting)
  const among = useLoadedCounts(loaded)
  const serverTime = useServerTime()
  return (chip: SessionFilter | 'all'): Count | undefined => {
    if (chip === 'attention' || chip === 'changed') return undefined
    if (chip === 'stalled' || chip === 'leftOut')
      return among && { count: among[chip], title: t('amongLoaded', { figure: exact(among.read) }) }
    const counted = byState[chip]
    if (counted === undefined) return undefined
    const at = serverTime(pageTime(counted.answeredAt))
    return { count: counted.count, title: t('countedAt', { time: time(at) }) }
  }
}

interface Props {
  /** The other filters of the list. */
  readonly filters: CountFilters
  readonly chosen: ChosenStates | undefined
  /** The sessions that are loaded, for what REGARDS does not count. */
  readonly loaded?: readonly Session[] | undefined
  readonly updateView: UpdateView
  /** Those of a range of time: REGARDS counts by no date. */
  readonly isInRange?: boolean
  /** Counts are asked: not before the first rows. */
  readonly isCounting: boolean
}

export function StateChips({ filters, chosen, loaded, updateView, isCounting, isInRange = false }: Props) {
  const { t } = useTranslation('board')
  const { count: figure } = useFormat()
  const countOf = useCounts({ filters, loaded, isCounting: isCounting && !isInRange })
  const { kind } = filters
  const changed = useChanges(changes => changes.count)
  const inRange = useChanges(changes => changes.inRange)
  const isChosen = (chip: SessionFilter | 'all') => (chip === 'all' ? chosen === undefined : chosen?.includes(chip))
  return (
    <div className={styles['chips']} role="group" aria-label={t(`state.${kind}`)}>
      {CHIPS[kind]
        .filter(chip => chip !== 'changed' || changed !== undefined || isChosen(chip) === true)
        .map(chip => {
          const all = chip === 'changed' ? changed?.(filters) : countOf(chip)
          const counted = isInRange ? inRange?.(chip) : all
          return (
            <button
              key={chip}
              type="button"
              className={styles['chip']}
              aria-pressed={isChosen(chip)}
              title={chip === 'attention' ? t('attentionHint') : counted?.title}
              onClick={() => updateView(now => toggleState(now, kind, chip))}
            >
              {t(`states.${chip}`)}
              {chip !== 'attention' && (
                <>
                  {' '}
                  <span
                    className={`${styles['count']} ${tones['tone']}`}
                    data-tone={counted !== undefined && counted.count > 0 ? TONES[chip] : 'muted'}
                  >
                    {counted && figure(counted.count)}
                  </span>
                </>
              )}
            </button>
          )
        })}
    </div>
  )
}
