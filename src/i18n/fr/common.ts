/** Words of the components that know nothing of REGARDS, in French. */
import type { Translated } from '../message-types'
import type { common as english } from '../en/common'

export const common: Translated<typeof english, 'fr'> = {
  retry: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
  loading: 'Chargement…',
  pending: 'Veuillez patienter…',
  copy: {
    byHand: 'Le navigateur n’a pas copié le texte. Il est sélectionné : appuyer sur {{keys}}.',
    text: 'Texte à copier',
  },
  emptyName: '(nom vide)',
  derived: 'une somme faite par cette page',
  lines_one: 'Afficher la ligne',
  lines_many: 'Afficher les {{count}} lignes',
  lines_other: 'Afficher les {{count}} lignes',
  table: {
    sortBy: 'Trier par {{column}}',
    notLoaded: 'Ligne {{index}}, en cours de chargement',
  },
  search: {
    suggestions: 'Suggestions',
    found_one: '{{count}} suggestion',
    found_many: '{{count}} de suggestions',
    found_other: '{{count}} suggestions',
  },
  error: {
    status: 'Statut {{status}}',
    fromServer: 'Réponse du serveur :',
    detail: 'Réponse brute',
    more: 'Tout afficher',
    less: 'Réduire',
  },
  age: {
    asked: 'demandé {{age}}',
    stale: 'Dernières valeurs connues, {{age}}.',
  },
  notices: {
    region: 'Messages',
    close: 'Fermer ce message',
    times_one: '({{count}} fois)',
    times_many: '({{count}} fois)',
    times_other: '({{count}} fois)',
  },
  crash: {
    title: 'Cette partie de la page a cessé de fonctionner',
    text: 'C’est un défaut du tableau de bord, pas de REGARDS. Rien de ce que vous avez demandé n’a été annulé.',
    again: 'L’afficher de nouveau',
  },
}
