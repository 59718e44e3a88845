/** Words of a list that is empty or not whole, in French. */
import type { Translated } from '../message-types'
import type { lists as english } from '../en/lists'

export const lists: Translated<typeof english, 'fr'> = {
  cut: {
    first: 'Seulement les {{figure}} premières dans cet ordre. Un seul état les montre toutes.',
    latest: 'Seulement les {{figure}} dernières, par urgence.',
    range: 'Seulement les {{figure}} dernières de cette période.',
    ofRange: 'Recherche parmi les {{figure}} dernières sessions de cette période.',
    compared: 'Changées : comparaison des {{figure}} dernières sessions seulement.',
    moved: 'Des lignes se sont déplacées pendant le chargement. Il peut en manquer.',
    looked: 'Inchangées et écartés : recherche dans {{read}} sessions sur {{total}}.',
  },
  attention: {
    none: 'Rien à traiter',
    asOf: 'À {{time}}',
  },
  noneLooked: { stalled: 'Aucune session inchangée', leftOut: 'Aucune session avec des produits écartés' },
  empty: {
    sources: 'Aucune source pour le moment',
    sessions: 'Aucune session pour le moment',
    sourcesText: 'Une source apparaît ici avec ses premières données.',
    sessionsText: 'Une session apparaît ici avec les premières données d’une exécution.',
    errors: { sources: 'Aucune source en erreur', sessions: 'Aucune session en erreur' },
    waiting: { sources: 'Aucune source en attente', sessions: 'Aucune session en attente' },
    running: { sources: 'Aucune source en cours', sessions: 'Aucune session en cours' },
    filtered: { sources: 'Aucune source ne correspond', sessions: 'Aucune session ne correspond' },
    letterCase: 'Le filtre par nom est sensible à la casse. Vouliez-vous dire :',
    letterCaseOnly: 'Le filtre par nom est sensible à la casse. % remplace tout texte, _ un seul caractère.',
  },
}
