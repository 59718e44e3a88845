/** What can be ordered of a deletion now, and what is still in its way. */
import { useTranslation } from 'react-i18next'
import type { ActionReport } from '@/domain/action'
import type { ExactPart, ExactPartId } from '@/domain/deletion-reach'
import { isDenied } from '@/domain/relaunch'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRights } from '@/queries/rights'
import type { DeletionCheck } from './useDeletionCheck'

type Offer = 'confirm' | 'sendAgain' | 'exact.confirm' | 'exact.rest'

/** What can be ordered now; undefined when an answer leaves nothing to order. */
export function offerOf(
  report: ActionReport | undefined,
  check: DeletionCheck,
  hasMoved: boolean,
  hasRest: boolean,
): Offer | undefined {
  const isExact = check.plan?.way.kind === 'exact'
  if (check.isGone) return undefined
  if (report === undefined) return isExact ? 'exact.confirm' : 'confirm'
  if (report.exact !== undefined) return hasRest ? 'exact.rest' : undefined
  const [part] = report.outcome.parts
  if (part !== undefined && isDenied(part.outcome)) return undefined
  if (isExact) return 'exact.confirm'
  if (part?.outcome.kind !== 'unknown') return 'confirm'
  return hasMoved ? undefined : 'sendAgain'
}

/** What is left to order: of each part what is counted now, and no part that REGARDS took as a whole. */
export const restOf = (parts: readonly ExactPart[], settled: ReadonlySet<ExactPartId>) =>
  parts.flatMap(({ id, count, isPossible }) =>
    isPossible && count !== undefined && count > 0 && !settled.has(id) ? [{ id, count }] : [],
  )

/** The parts that REGARDS took as a whole. */
export const settledIn = ({ exact = [] }: ActionReport): readonly ExactPartId[] =>
  exact.flatMap(({ part, outcome: { kind } }) => (kind === 'accepted' || kind === 'nothing' ? [part] : []))

/** Of the exact way: the rights its orders need and this user has not. */
export function useMissing(parts: readonly ExactPart[]) {
  const wanted = parts.filter(({ count, isPossible }) => isPossible && count !== 0)
  const missing = useMissingRights(wanted.map(({ right }) => right))
  const [first] = missing
  const all = first && { ...first, right: missing.map(({ right }) => right).join(', ') }
  return useMissingRightText(all)
}

/** What is still missing before anything can be ordered; undefined when nothing is. */
export function useBlockedReason(
  check: DeletionCheck,
  refusal: string | undefined,
  isNamed: boolean,
  hasRest: boolean,
): string | undefined {
  const { t } = useTranslation('deletion')
  const { plan, hasFailed } = check
  if (refusal !== undefined) return refusal
  if (hasFailed) return t('heldUp.uncounted')
  if (plan === undefined) return t('heldUp.counting')
  if (plan.way.kind === 'exact' && !hasRest) return t('heldUp.empty')
  return isNamed ? undefined : t('heldUp.unnamed')
}
