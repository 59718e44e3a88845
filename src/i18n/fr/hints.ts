/** Words of the hints of a first visit, in French. */
import type { Translated } from '../message-types'
import type { hints as english } from '../en/hints'

export const hints: Translated<typeof english, 'fr'> = {
  title: 'Conseils',
  open: 'Cliquez sur une session pour voir ses étapes et ses erreurs.',
  errors: 'Filtrez par état pour ne voir que les sessions en erreur.',
  keyboard: 'Appuyez sur ? pour voir les raccourcis clavier.',
  close: 'Fermer les conseils',
}
