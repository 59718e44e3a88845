/** How many rows are in each state, as buttons that filter by it: one after the other adds to the states that are shown. */
import { useTranslation } from '@/i18n/translation'
import type { ChosenStates } from '@/domain/board-view'
import { toggleState } from '@/domain/board-view'
import { STATE_FILTERS } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import type { CountFilters, CountedState } from '@/queries/state-counts'
import { useStateCounts } from '@/queries/state-counts'
import { useAnsweredAt } from '@/queries/useOutage'
import { pageTime } from '@/stores/server-clock'
import tones from '@/ui/tones.module.css'
import type { ToneName } from '@/ui/tones'
import { useServerTime } from '@/ui/useNow'
import type { UpdateView } from '@/url/useBoardView'
import styles from './chips.module.css'

const CHIPS = [...STATE_FILTERS, 'all'] as const

const TONES = {
  errors: 'error',
  waiting: 'waiting',
  running: 'running',
  ok: 'plain',
  all: 'plain',
} as const satisfies Record<CountedState, ToneName>

/** Answers of one round are this far apart at most, in milliseconds: an older count says when it was counted. */
const BEHIND = 3_000

interface Props {
  /** The other filters of the list. */
  readonly filters: CountFilters
  readonly chosen: ChosenStates | undefined
  readonly updateView: UpdateView
  /** Counts are asked: not before the first rows. */
  readonly isCounting: boolean
}

export function StateChips({ filters, chosen, updateView, isCounting }: Props) {
  const { t } = useTranslation('board')
  const { count: figure, time } = useFormat()
  const counts = useStateCounts(filters, CHIPS, isCounting)
  const newest = useAnsweredAt()
  const serverTime = useServerTime()
  const { kind } = filters
  const isChosen = (chip: (typeof CHIPS)[number]) => (chip === 'all' ? chosen === undefined : chosen?.includes(chip))
  return (
    <div className={styles['chips']} role="group" aria-label={t(`state.${kind}`)}>
      {CHIPS.map(chip => {
        const counted = counts[chip]
        const at = counted && pageTime(counted.answeredAt)
        return (
          <button
            key={chip}
            type="button"
            className={styles['chip']}
            aria-pressed={isChosen(chip)}
            title={
              at !== undefined && newest - at >= BEHIND ? t('countedAt', { time: time(serverTime(at)) }) : undefined
            }
            onClick={() => updateView(now => toggleState(now, kind, chip))}
          >
            {t(`states.${chip}`)}{' '}
            <span
              className={`${styles['count']} ${tones['tone']}`}
              data-tone={counted !== undefined && counted.count > 0 ? TONES[chip] : 'muted'}
            >
              {counted && figure(counted.count)}
            </span>
          </button>
        )
      })}
    </div>
  )
}
