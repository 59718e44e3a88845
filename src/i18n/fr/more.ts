/** Words of the menu of a list, in French. */
import type { Translated } from '../message-types'
import type { more as english } from '../en/more'

export const more: Translated<typeof english, 'fr'> = {
  seen: 'Marquer comme vu',
  watch: 'Surveiller cette liste',
  causes: 'Causes des erreurs…',
  totals: 'Comparer les totaux aux sessions',
}
