/** What a relaunch will not do, in sentences (docs/regards-api/actions.md 2). */
import type { RelaunchAction } from '@/domain/step-catalogue'
import { useFormat } from './format'
import { useTranslation } from './translation'

interface Counted {
  /** Errors of the step that is relaunched; undefined for several steps together, which a limit holds for one by one. */
  readonly errors: number | undefined
  readonly countOf: (property: string) => number
}

export function useLimitTexts(): (relaunch: RelaunchAction, counted: Counted) => readonly string[] {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return ({ limits, most }, { errors = 0, countOf }) => {
    const upTo = () => {
      if (most === undefined) return []
      const words = { figure: exact(errors), limit: exact(most) }
      return [t(errors > most ? 'relaunch.willNot.storageLimitNow' : 'relaunch.willNot.storageLimit', words)]
    }
    const others = limits.flatMap(({ id, counts }) => {
      const count = counts === undefined ? errors : countOf(counts)
      return counts === undefined || count > 0 ? [t(`relaunch.willNot.${id}`, { count, figure: exact(count) })] : []
    })
    return [...upTo(), ...others]
  }
}
