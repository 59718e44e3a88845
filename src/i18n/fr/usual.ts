/** Words of what is far from the usual, and of two sessions side by side, in French. */
import type { Translated } from '../message-types'
import type { usual as english } from '../en/usual'

export const usual: Translated<typeof english, 'fr'> = {
  first: 'Première session de cette source',
}
