/** Words of the deletion of products, in French. */
import type { Translated } from '../message-types'
import type { deletion as english } from '../en/deletion'

export const deletion: Translated<typeof english> = {
  title: 'Supprimer les produits de {{session}}',
}
