/** How one call of an action ended, in a sentence. */
import { useTranslation } from './translation'
import type { PartOutcome } from '@/domain/relaunch'
import { useFormat } from './format'

const UNKNOWN = {
  timeout: 'relaunch.outcome.unknownTimeout',
  noAnswer: 'relaunch.outcome.unknownNoAnswer',
  gateway: 'relaunch.outcome.unknownGateway',
  unreadable: 'relaunch.outcome.unknownUnreadable',
  reloaded: 'relaunch.outcome.unknownReloaded',
} as const

/** The outcome of one call, in a sentence. */
export function useOutcomeText(): (outcome: PartOutcome) => string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return outcome => {
    switch (outcome.kind) {
      case 'accepted':
        return t('relaunch.outcome.accepted')
      case 'nothing':
        return t('relaunch.outcome.nothing')
      case 'handled': {
        const words = { handled: exact(outcome.handled), requested: exact(outcome.requested) }
        if (outcome.requested === 0) return t('relaunch.outcome.nothing')
        return outcome.handled === 0
          ? t('relaunch.outcome.nothingHandled', { count: outcome.requested, ...words })
          : t('relaunch.outcome.handled', { count: outcome.requested, ...words })
      }
      case 'refused':
        if (outcome.status === 401) return t('relaunch.notSent.signedOut')
        return t('relaunch.outcome.refused', { status: outcome.status })
      case 'unknown':
        return t(UNKNOWN[outcome.reason])
    }
  }
}
