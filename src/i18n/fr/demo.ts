/** Words of the demo accounts, in French. */
import type { Translated } from '../message-types'
import type { demo as english } from '../en/demo'

export const demo: Translated<typeof english, 'fr'> = {
  title: 'REGARDS simulé : se connecter en un clic',
  can: {
    EXPLOIT: 'Voir, relancer (sauf stockage), supprimer',
    ADMIN: 'Aussi : produits des chaînes, fichiers en erreur, relance du stockage',
    PROJECT_ADMIN: 'Tout',
  },
}
