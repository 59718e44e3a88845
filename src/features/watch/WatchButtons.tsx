/** The buttons that begin a watch: in the header of a session, and in the bar of a selection. */
import type { Session } from '@/domain/session'
import type { WatchTarget } from '@/domain/watching'
import { MOST_WATCHES, sessionsTarget } from '@/domain/watching'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { isFull, removeWatch, watchOf } from '@/queries/watching'
import type { SeenSession } from '@/stores/selected-sessions'
import { pageNow } from '@/stores/server-clock'
import { useWatches } from '@/stores/watches'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { useSteadyClick } from '@/ui/useSteadyClick'
import { begin } from './begin'

interface Props {
  readonly target: () => WatchTarget
  /** Why there is nothing to watch. */
  readonly missing?: string | undefined
  /** As the buttons around it. */
  readonly look: 'plain' | 'inherited'
}

function WatchToggle({ target, missing, look }: Props) {
  const { t } = useTranslation('watch')
  const { exact } = useFormat()
  const watches = useWatches(store => store.watches)
  const known = watchOf(watches, target())
  const full = known === undefined && isFull(watches) ? t('full', { figure: exact(MOST_WATCHES) }) : undefined
  const toggle = useSteadyClick(known === undefined, () =>
    known === undefined ? begin(target(), exact) : removeWatch(known.id),
  )
  return (
    <ReasonedButton
      look={look}
      reason={missing ?? full}
      note={known === undefined ? t('startHint') : undefined}
      onClick={toggle}
    >
      {t(known === undefined ? 'start' : 'stop')}
    </ReasonedButton>
  )
}

export function WatchSession({ session, answeredAt }: { readonly session: Session; readonly answeredAt: number }) {
  return <WatchToggle look="inherited" target={() => sessionsTarget([{ session, at: answeredAt || pageNow() }])} />
}

export function WatchSelection({ sessions }: { readonly sessions: readonly SeenSession[] }) {
  const { t } = useTranslation('watch')
  return (
    <WatchToggle
      look="plain"
      target={() => sessionsTarget(sessions)}
      missing={sessions.length === 0 ? t('first') : undefined}
    />
  )
}
