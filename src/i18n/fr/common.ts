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
    byHand: 'Échec de la copie : le navigateur l’a bloquée. Le texte est sélectionné : appuyez sur {{keys}}.',
    text: 'Texte à copier',
  },
  emptyName: '(nom vide)',
  derived: 'Calculé par le tableau de bord',
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
    status: 'HTTP {{status}}',
    fromServer: 'Message du serveur :',
    detail: 'Réponse brute',
    more: 'Tout afficher',
    less: 'Réduire',
  },
  age: {
    asked: 'Rafraîchi {{age}}',
    stale: 'Données reçues {{age}}.',
  },
  notices: {
    region: 'Messages',
    close: 'Fermer le message',
    times_one: '({{count}} fois)',
    times_many: '({{count}} fois)',
    times_other: '({{count}} fois)',
  },
  crash: {
    title: 'Cette partie a cessé de fonctionner',
    text: 'C’est un bogue du tableau de bord, pas de REGARDS. Les relances et suppressions déjà envoyées ne sont pas affectées.',
    again: 'Recharger cette partie',
  },
  part: {
    failed: 'Impossible de charger cette partie de la page. Réessayez ou rechargez la page.',
    reload: 'Recharger la page',
  },
}
