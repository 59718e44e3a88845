/** The keys of the words, and the values each message needs: both read by the compiler from the English words. */
import type { PluralFormOf } from '@/domain/languages'
import type { English, Namespace } from './message-types'

/** Each text of a table with its path. */
type Entry<Table, Above extends string = ''> = {
  [Key in keyof Table & string]: Table[Key] extends string
    ? readonly [`${Above}${Key}`, Table[Key]]
    : Entry<Table[Key], `${Above}${Key}.`>
}[keyof Table & string]

/** The forms of a number are one message. */
type PathOf<E> = E extends readonly [infer Path extends string, unknown]
  ? Path extends `${infer Base}_${PluralFormOf<'en'>}`
    ? Base
    : Path
  : never

/** A number decides the form, even where no form shows it. */
type TextOf<E> = E extends readonly [infer Path, infer Text]
  ? Path extends `${string}_${PluralFormOf<'en'>}`
    ? Text | '{{count}}'
    : Text
  : never

/** The texts of each message, by its path. */
type Messages<Table> = { readonly [E in Entry<Table> as PathOf<E>]: TextOf<E> }

type AllMessages = { readonly [Ns in Namespace]: Messages<English[Ns]> }

/** The paths of the messages of a namespace. */
export type MessageKey<Ns extends Namespace> = keyof AllMessages[Ns] & string

/** The names between braces in a text. */
type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholder<Rest> : never

type ValuesFor<Name extends string> = {
  readonly [N in Name]: N extends 'count' ? number : string | number
}

/** The values of a message as the rest of the arguments: none without placeholders; for several keys what any of them needs. */
export type MessageValues<Ns extends Namespace, Key extends MessageKey<Ns>> = [
  Placeholder<AllMessages[Ns][Key]>,
] extends [never]
  ? []
  : [values: ValuesFor<Placeholder<AllMessages[Ns][Key]>>]

/** Formats a message of a namespace. */
export type TFunction<Ns extends Namespace> = <Key extends MessageKey<Ns>>(
  key: Key,
  ...values: MessageValues<Ns, Key>
) => string
