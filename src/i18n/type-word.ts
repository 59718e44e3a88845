/** The word of a step type; a type of a newer REGARDS keeps its own. */
import { useTranslation } from './translation'
import { STEP_TYPES } from '@/domain/session'

export function useTypeWord(): (type: string) => string {
  const { t } = useTranslation('board')
  return type => {
    const known = STEP_TYPES.find(candidate => candidate === type)
    return known === undefined ? type : t(`type.${known}`)
  }
}
