/** A deletion as text for somebody who has the rights it needs: what exactly to delete, by which calls, and which call not to use. */
import { useTranslation } from 'react-i18next'
import type { ExactPart, ExactPartId } from '@/domain/deletion-reach'
import { rightName } from '@/domain/rights'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useCredentials } from '@/stores/credentials'

const SOME = '{"values":[…],"mode":"INCLUDE","matchMode":"STRICT","ignoreCase":false}'
const BLOCKED = SOME.replace('…', '"ERROR","INVALID_CONTENT","NO_WORKER_AVAILABLE"')

/** The body or query that goes with each call, to be read (docs/regards-api/measured.md 1.2). */
const ARGUMENTS: Readonly<Record<ExactPartId, (session: Session) => string>> = {
  oaisProducts: () => `{"deletionMode":"IRREVOCABLY","aipIds":${SOME}}`,
  features: ({ source, name }) => JSON.stringify({ source, session: name }),
  acquiredProducts: ({ source, name }) => `?${new URLSearchParams({ chainName: source, session: name }).toString()}`,
  workerRequests: () => `{"ids":${SOME},"statuses":${BLOCKED}}`,
}

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
