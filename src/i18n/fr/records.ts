/** Words of the lists behind "See ...", in French. */
import type { Translated } from '../message-types'
import type { records as english } from '../en/records'

export const records: Translated<typeof english> = {
  title: 'Liste',
}
