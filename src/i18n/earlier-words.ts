/** The texts about an earlier action on the same target that REGARDS may still be working on: in the dialog and in the explanation of its button. */
import { useTranslation } from './translation'
import type { SentAction } from '@/domain/action'
import { useFormat } from './format'

/** Each with the page's time, in milliseconds. */
export interface EarlierWords {
  readonly relaunched: (earlier: SentAction, now: number) => string
  /** @param parts the progress of its calls; '' for a single one */
  readonly deleted: (earlier: SentAction, now: number, parts: string) => string
  /** @param count how many of the rows it was for; undefined for all */
  readonly sent: (earlier: SentAction, now: number, count: number | undefined) => string
}

export function useEarlierWords(): EarlierWords {
  const { t } = useTranslation('session')
  const { t: tDeletion } = useTranslation('deletion')
  const { t: tRecords } = useTranslation('records')
  const { exact, relative } = useFormat()
  const ageOf = ({ since }: SentAction, now: number) => relative(new Date(since).toISOString(), now)
  return {
    relaunched: (earlier, now) => {
      if (earlier.isSending) return t('relaunch.elsewhere')
      return t(earlier.isUnknown ? 'relaunch.beforeUnknown' : 'relaunch.before', { age: ageOf(earlier, now) })
    },
    deleted: (earlier, now, parts) => {
      const age = ageOf(earlier, now)
      return parts === '' ? tDeletion('sent', { age }) : tDeletion('exact.sentBefore', { age, parts })
    },
    sent: (earlier, now, count) => {
      if (earlier.isSending) return tRecords('action.elsewhere')
      const age = ageOf(earlier, now)
      return count === undefined
        ? tRecords('action.beforeAll', { age })
        : tRecords('action.before', { count, figure: exact(count), age })
    },
  }
}
