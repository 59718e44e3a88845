/** Words of the menu in which the columns of a list are chosen, in French. */
import type { Translated } from '../message-types'
import type { columns as english } from '../en/columns'

export const columns: Translated<typeof english, 'fr'> = {
  up: 'Monter {{column}}',
  down: 'Descendre {{column}}',
  moved: '{{column}} : {{place}} sur {{total}}',
  fixed: 'toujours affichée',
  noRoom: 'largeur insuffisante',
  idle: 'une seule source',
  unmarked: 'après Marquer comme vu',
  keys: 'Alt+↑ et Alt+↓ déplacent une colonne.',
  reset: 'Réinitialiser',
}
