/** The word of a step type; a type of a newer REGARDS keeps its own. */
import { STEP_TYPES } from '@/domain/session'
import type { TFunction } from './translation'
import { useTranslation } from './translation'

/** The word by type, in the language of `t`. */
export function typeWordIn(t: TFunction<'board'>): (type: string) => string {
  return type => {
    const known = STEP_TYPES.find(candidate => candidate === type)
    return known === undefined ? type : t(`type.${known}`)
  }
}

export function useTypeWord(): (type: string) => string {
  const { t } = useTranslation('board')
  return typeWordIn(t)
}
