/** Words of the frame around every page, in French. */
import type { Translated } from '../message-types'
import type { frame as english } from '../en/frame'

export const frame: Translated<typeof english, 'fr'> = {
  product: 'REGARDS',
  dashboard: 'Tableau de bord REGARDS',
  pageTitle: '{{page}} – REGARDS',
  pageTitleErrors: '({{figure}}) {{page}} – REGARDS',
  signInTitle: 'Connexion – Tableau de bord REGARDS',
  toAdministration: 'Administration REGARDS',
  skip: 'Aller aux listes',
  refresh: 'Rafraîchir',
  refreshHint: 'Rafraîchir tout l’écran (r). Les compteurs de REGARDS ont quelques secondes de retard.',
  updated: 'Rafraîchi à {{time}}',
  auto: 'Rafraîchissement automatique',
  autoShort: 'Auto',
  autoOff: 'Non',
  autoSeconds: '{{seconds}} s',
  changed_one: 'Rafraîchi : {{figure}} session modifiée',
  changed_many: 'Rafraîchi : {{figure}} de sessions modifiées',
  changed_other: 'Rafraîchi : {{figure}} sessions modifiées',
  unchanged: 'Rafraîchi : aucun changement',
  outage: 'REGARDS indisponible depuis {{time}}.',
  outageAge: 'Données reçues il y a {{duration}}.',
  outageNext: 'Nouvelles tentatives automatiques.',
  elsewhere:
    'La passerelle est sur une autre origine. Si elle envoie deux fois Access-Control-Allow-Origin, les navigateurs bloquent ses réponses (docs/configuration.md).',
  retryNow: 'Réessayer maintenant',
  user: 'Utilisateur {{user}}',
  role: 'Rôle {{role}}, projet {{project}}',
  help: {
    open: 'Aide',
    dashboard: 'Guide : tableau de bord',
    acquisition: 'Guide : acquisition',
    oais: 'Guide : produits OAIS',
    geojson: 'Guide : produits GeoJSON',
    storages: 'Guide : stockage',
    crawling: 'Guide : aspiration',
  },
  language: 'Langue',
  settings: 'Réglages',
  keyboard: 'Clavier',
  journal: 'Journal',
  signOut: 'Se déconnecter',
  toDark: 'Thème sombre',
  toLight: 'Thème clair',
  endsSoon: 'Vous serez déconnecté dans {{duration}} environ : le renouvellement automatique a échoué.',
  clockAhead:
    'L’horloge de cet ordinateur avance de {{duration}} sur REGARDS. Le tableau de bord utilise l’heure de REGARDS.',
  clockBehind:
    'L’horloge de cet ordinateur retarde de {{duration}} sur REGARDS. Le tableau de bord utilise l’heure de REGARDS.',
  discarded: 'La relance non envoyée de {{user}} a été abandonnée.',
  signInNow: 'Se reconnecter',
  workerRemoved:
    'Une démo de ce tableau de bord avait laissé un service worker dans votre navigateur. Il a été supprimé. Rechargez la page.',
  framed: 'Par sécurité, ce tableau de bord ne s’affiche pas dans une autre page.',
}
