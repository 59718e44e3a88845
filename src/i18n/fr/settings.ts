/** Words of the settings and of the list of keys, in French. */
import type { Translated } from '../message-types'
import type { settings as english } from '../en/settings'

export const settings: Translated<typeof english, 'fr'> = {
  theme: 'Thème',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  timeZone: 'Fuseau horaire',
  timeZones: { local: 'Local', utc: 'UTC' },
  density: 'Hauteur des lignes',
  densities: { compact: 'Compacte', comfortable: 'Confortable' },
  noNews: 'Signaler les étapes en cours sans changement depuis',
  minutes: '{{minutes}} min',
  csvSeparator: 'Séparateur CSV',
  csvSeparators: { language: 'Selon la langue', comma: 'Virgule', semicolon: 'Point-virgule', tab: 'Tabulation' },
  singleKeys: 'Raccourcis à une touche',
  announcements: 'Annoncer les changements aux lecteurs d’écran',
  watchSound: 'Son à la fin d’une surveillance',
  pulse: 'Pouls : les dix dernières sessions de chaque source',
  hints: 'Afficher à nouveau les conseils',
  keys: {
    '/': 'Aller au filtre par nom',
    r: 'Rafraîchir',
    arrows: 'Passer d’une ligne à l’autre ; la session ouverte suit',
    pages: 'Aller à la première ou dernière ligne ; page précédente ou suivante',
    enter: 'Ouvrir une session ou sélectionner une source',
    space: 'Sélectionner une ligne ; avec Maj, jusqu’à elle',
    escape: 'Fermer la session, les suggestions ou la boîte de dialogue',
    jk: 'Session suivante ou précédente',
    f6: 'Passer des listes à la session, puis aux messages',
    h: 'Ouvrir le journal',
    '?': 'Afficher les raccourcis clavier',
  },
  caps: {
    home: 'Début',
    end: 'Fin',
    pageUp: 'Pg préc',
    pageDown: 'Pg suiv',
    enter: 'Entrée',
    space: 'Espace',
    escape: 'Échap',
  },
  keysOff: 'Les raccourcis à une touche sont désactivés. Activez-les dans les réglages.',
}
