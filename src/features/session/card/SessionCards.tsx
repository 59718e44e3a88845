/** The cards of a session side by side, in the order data flows through them. */
import { useMemo } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Session, SessionRef, Step } from '@/domain/session'
import { STEP_TYPES } from '@/domain/session'
import { inCatalogueOrder } from '@/domain/step-catalogue'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import hidden from '@/ui/hidden.module.css'
import styles from './card.module.css'
import { StepCard } from './StepCard'
import type { FollowedRelaunch } from '../useFollowing'

interface TypeSteps {
  readonly type: string
  readonly steps: readonly [Step, ...Step[]]
}

/** One entry per step type there is; types of a newer REGARDS last. */
function byType(all: readonly Step[]): readonly TypeSteps[] {
  const known: readonly string[] = STEP_TYPES
  const others = [...new Set(all.map(({ type }) => type))].filter(type => !known.includes(type)).sort()
  return [...known, ...others].flatMap(type => {
    const [first, ...rest] = inCatalogueOrder(all.filter(step => step.type === type))
    return first === undefined ? [] : [{ type, steps: [first, ...rest] as const }]
  })
}

const NONE: readonly FollowedRelaunch[] = []

interface Props {
  readonly session: Session
  readonly sessionRef: SessionRef
  readonly followed: readonly FollowedRelaunch[]
  readonly now: number
  readonly onReload: () => void
}

export function SessionCards({ session, sessionRef, followed, now, onReload }: Props) {
  const { t } = useTranslation('session')
  const types = useMemo(() => byType(session.steps), [session.steps])
  if (types.length === 0) return <p>{t('noSteps')}</p>
  return (
    <div className={styles['cards']}>
      {types.map(({ type, steps }) => {
        const own = followed.filter(({ stepId }) => steps.some(step => step.stepId === stepId))
        return (
          <ErrorBoundary key={type}>
            <StepCard
              type={type}
              sessionRef={sessionRef}
              steps={steps}
              followed={own.length === 0 ? NONE : own}
              // Cards that tell no age are not drawn again each second.
              now={own.length === 0 ? 0 : now}
              onReload={onReload}
            />
          </ErrorBoundary>
        )
      })}
    </div>
  )
}

/** Placeholders of the size of cards: nothing jumps when the answer comes. */
export function CardSkeletons({ label }: { readonly label: string }) {
  return (
    <>
      <span role="status" className={hidden['spoken']}>
        {label}
      </span>
      <div className={styles['cards']} aria-hidden>
        {STEP_TYPES.map(type => (
          <div key={type} className={styles['bones']} data-type={type} />
        ))}
      </div>
    </>
  )
}
