/** What can be deleted now, what still prevents it, and the same as text for an administrator who has the rights. */
import { useTranslation } from '@/i18n/translation'
import type { ActionReport } from '@/domain/action'
import type { ExactPart, ExactPartId } from '@/domain/deletion-reach'
import { isDenied } from '@/domain/relaunch'
import { rightName } from '@/domain/rights'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRights } from '@/queries/rights'
import { useCredentials } from '@/stores/credentials'
import type { DeletionCheck } from './useDeletionCheck'

type Offer = 'confirm' | 'sendAgain' | 'exact.confirm' | 'exact.rest'

/** What the button would send; undefined when an answer leaves nothing to send. */
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

/** What is left to delete: the current count of each part, without the parts that REGARDS accepted as a whole. */
export const restOf = (parts: readonly ExactPart[], settled: ReadonlySet<ExactPartId>) =>
  parts.flatMap(({ id, count, isPossible }) =>
    isPossible && count !== undefined && count > 0 && !settled.has(id) ? [{ id, count }] : [],
  )

/** The parts that REGARDS accepted as a whole. */
export const settledIn = ({ exact = [] }: ActionReport): readonly ExactPartId[] =>
  exact.flatMap(({ part, outcome: { kind } }) => (kind === 'accepted' || kind === 'nothing' ? [part] : []))

/** The rights that exact deletions need and this user does not have. */
export function useMissing(parts: readonly ExactPart[]) {
  const wanted = parts.filter(({ count, isPossible }) => isPossible && count !== 0)
  const missing = useMissingRights(wanted.map(({ right }) => right))
  const [first] = missing
  const all = first && { ...first, right: missing.map(({ right }) => right).join(', ') }
  return useMissingRightText(all)
}

/** Why the deletion is not enabled yet; undefined when it is. */
export function useBlockedReason(
  check: DeletionCheck,
  refusal: string | undefined,
  isNamed: boolean,
  hasRest: boolean,
): string | undefined {
  const { t } = useTranslation('deletion')
  const { plan, hasFailed } = check
  if (refusal !== undefined) return refusal
  if (hasFailed) return t('blockedReason.uncounted')
  if (plan === undefined) return t('blockedReason.counting')
  if (plan.way.kind === 'exact' && !hasRest) return t('blockedReason.empty')
  return isNamed ? undefined : t('blockedReason.unnamed')
}

const SOME = '{"values":[…],"mode":"INCLUDE","matchMode":"STRICT","ignoreCase":false}'
const BLOCKED = SOME.replace('…', '"ERROR","INVALID_CONTENT","NO_WORKER_AVAILABLE"')

/** The body or query that goes with each call, to be read (docs/regards-api/measured.md 1.2). */
const ARGUMENTS: Readonly<Record<ExactPartId, (session: Session) => string>> = {
  oaisProducts: () => `{"deletionMode":"IRREVOCABLY","aipIds":${SOME}}`,
  features: ({ source, name }) => JSON.stringify({ source, session: name }),
  acquiredProducts: ({ source, name }) => `?${new URLSearchParams({ chainName: source, session: name }).toString()}`,
  workerRequests: () => `{"ids":${SOME},"statuses":${BLOCKED}}`,
}

/** A deletion as text for an administrator who has the rights: what exactly to delete, by which calls, and which call not to use. */
export function useDeletionRequest(): (session: Session, parts: readonly ExactPart[]) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const project = useCredentials(credentials => credentials.identity?.project ?? '')
  return (session, parts) => {
    const { id, source, name } = session
    const calls = parts
      .filter(({ count, isPossible }) => isPossible && count !== 0)
      .map(part => {
        const words = { count: part.count ?? 0, figure: exact(part.count ?? 0) }
        return `- ${t(`exact.part.${part.id}`, words)}: ${rightName(part.right)} ${ARGUMENTS[part.id](session)}`
      })
    return [
      t('exact.request.head', { source, session: name, id, project }),
      ...calls,
      t('exact.request.ids'),
      t('exact.request.not', { id }),
      window.location.href,
    ].join('\n')
  }
}
