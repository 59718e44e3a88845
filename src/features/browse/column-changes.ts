/** What the menu makes of a choice of columns, and how it is kept. Pure, and loaded with the menu. */
import type { Choice, ListColumn } from './column-choice'
import { choicesOf } from './column-choice'

/** The choice as it is kept; undefined where it is the usual one. */
export function keptChoices(columns: readonly Pick<ListColumn<never>, 'id' | 'isExtra'>[], choices: readonly Choice[]) {
  const isUsual = JSON.stringify(choices) === JSON.stringify(choicesOf(columns))
  return isUsual ? undefined : choices.map(({ id, isShown }) => (isShown ? id : `-${id}`))
}

/** The choice with this column so many places further on; the same one where there is no such place. */
export function moved(choices: readonly Choice[], id: string, by: 1 | -1): readonly Choice[] {
  const from = choices.findIndex(one => one.id === id)
  const [here, there] = [choices[from], choices[from + by]]
  if (here === undefined || there === undefined) return choices
  return choices.map((one, place) => (place === from ? there : place === from + by ? here : one))
}

/** The choice with this column shown, or not shown any more. */
export const toggled = (choices: readonly Choice[], id: string): readonly Choice[] =>
  choices.map(one => (one.id === id ? { id, isShown: !one.isShown } : one))
