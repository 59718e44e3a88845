/** Words of the last sessions of a source, in French. */
import type { Translated } from '../message-types'
import type { pulse as english } from '../en/pulse'

export const pulse: Translated<typeof english, 'fr'> = {
  summary_one: 'Dernière session de {{source}} : {{states}}',
  summary_many: '{{figure}} dernières sessions de {{source}} : {{states}}',
  summary_other: '{{figure}} dernières sessions de {{source}} : {{states}}',
  mark: '{{session}} : {{figures}}. Créée le {{date}}',
  undated: '{{session}} : {{figures}}',
  products_one: '{{figure}} produit',
  products_many: '{{figure}} produits',
  products_other: '{{figure}} produits',
  noProducts: 'aucun compteur de produits',
  states: {
    errors: '{{figure}} en erreur',
    waiting: '{{figure}} en attente',
    running: '{{figure}} en cours',
    leftOut_one: '{{figure}} écarté',
    leftOut_many: '{{figure}} écartés',
    leftOut_other: '{{figure}} écartés',
  },
  sessionsLeftOut: '{{figure}} Ok avec des produits écartés',
  sessionsOk: '{{figure}} Ok',
  ok: 'Ok',
  failed: 'Impossible de charger les dernières sessions',
  again: 'Réessayer le pouls',
}
