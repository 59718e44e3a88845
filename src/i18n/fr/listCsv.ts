/** Words of the files of both lists, in French. */
import type { Translated } from '../message-types'
import type { listCsv as english } from '../en/listCsv'

export const listCsv: Translated<typeof english, 'fr'> = {
  comment: '{{list}} ; {{filter}} ; {{sort}} ; {{notes}} ; {{date}}',
  name: 'nom contenant : {{text}}',
  state: 'statut : {{state}}',
  since: 'modifiées depuis {{date}}',
  partialRange: 'partiel : seulement les {{figure}} dernières lignes de cette période',
  partialStates: 'partiel : seulement les {{figure}} premières lignes dans ces états',
  selection: {
    filter: 'sessions sélectionnées',
    sort: 'dans l’ordre de sélection',
    name: 'sélection',
    gone: 'sessions absentes de REGARDS : {{figure}}',
    failed: 'sessions non chargées : {{figure}}',
    nothing: 'Pas de fichier CSV : {{note}}.',
  },
  sort: { asc: 'par {{column}}, croissant', desc: 'par {{column}}, décroissant' },
  sorted: {
    name: 'nom',
    source: 'source',
    nbSessions: 'nombre de sessions',
    creationDate: 'création',
    lastUpdateDate: 'dernier changement',
    id: 'identifiant',
  },
  column: {
    name: 'Nom',
    source: 'Source',
    id: 'Id',
    errors: 'Erreur',
    waiting: 'En attente',
    running: 'En cours',
    leftOut: 'Écartés',
    sessions: 'Sessions',
    referenced: 'Référencés',
    diffused: 'Diffusés',
    created: 'Création',
    updated: 'Modification',
    stepErrors: 'Erreur : {{step}}',
    otherErrors: 'Erreur : autres étapes',
    errorsOfACQUISITION: 'Erreur : Acquisition',
    errorsOfREFERENCING: 'Erreur : Référencement',
    errorsOfSTORAGE: 'Erreur : Stockage',
    errorsOfDISSEMINATION: 'Erreur : Diffusion',
  },
}
