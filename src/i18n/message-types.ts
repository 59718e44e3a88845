/** The shape of a locale: English words decide the keys, a language adds its plural forms. */
import type { Language, PluralFormOf } from '@/domain/languages'
import type { board } from './en/board'
import type { columns } from './en/columns'
import type { common } from './en/common'
import type { deletion } from './en/deletion'
import type { demo } from './en/demo'
import type { frame } from './en/frame'
import type { hints } from './en/hints'
import type { incident } from './en/incident'
import type { journal } from './en/journal'
import type { listCsv } from './en/listCsv'
import type { lists } from './en/lists'
import type { loss } from './en/loss'
import type { many } from './en/many'
import type { more } from './en/more'
import type { pages } from './en/pages'
import type { records } from './en/records'
import type { seen } from './en/seen'
import type { session } from './en/session'
import type { settings } from './en/settings'
import type { signIn } from './en/signIn'
import type { spelling } from './en/spelling'
import type { steps } from './en/steps'
import type { watch } from './en/watch'

/** Every namespace with the keys of English. */
export interface English {
  readonly common: typeof common
  readonly board: typeof board
  readonly seen: typeof seen
  readonly session: typeof session
  readonly steps: typeof steps
  readonly signIn: typeof signIn
  readonly frame: typeof frame
  readonly hints: typeof hints
  readonly incident: typeof incident
  readonly journal: typeof journal
  readonly listCsv: typeof listCsv
  readonly lists: typeof lists
  readonly loss: typeof loss
  readonly many: typeof many
  readonly more: typeof more
  readonly pages: typeof pages
  readonly records: typeof records
  readonly settings: typeof settings
  readonly deletion: typeof deletion
  readonly demo: typeof demo
  readonly spelling: typeof spelling
  readonly columns: typeof columns
  readonly watch: typeof watch
}

export type Namespace = keyof English

/** English has two forms: what ends with one of them ends in language `L` with each of its own. */
type PluralKeys<Key, L extends Language> = Key extends `${infer Base}_${PluralFormOf<'en'>}`
  ? `${Base}_${PluralFormOf<L>}`
  : Key

type Leaf<Value, L extends Language> = Value extends string ? string : Translated<Value, L>

/** The same keys as the English `Shape`, with the plural forms of language `L`. */
export type Translated<Shape, L extends Language> = {
  readonly [Key in keyof Shape as PluralKeys<Key, L>]: Leaf<Shape[Key], L>
}
