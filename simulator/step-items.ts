/** The work items of one step, made from the lines of its recipe. */
import type { Item } from './items'
import { productNumbers } from './product-numbers'
import type { LiveStep, SessionRecord, StepRecipe } from './records'

const STEP_PLACES = ['scan', 'workers', 'oais', 'feature', 'storage', 'catalog', 'fem_dissemination', 'quality']

/** Kind and status: what a line of a recipe says of all its items at once. */
export type Sort = Pick<Item, 'kind' | 'status'>

/** Ids do not depend on which step is read first. */
function itemId(record: SessionRecord, stepId: string, place: number): number {
  return record.serial * 1e9 + Math.max(0, STEP_PLACES.indexOf(stepId)) * 1e7 + place
}

/** The serial number of the session an item's id belongs to. */
export const serialOf = (itemId: number): number => Math.floor(itemId / 1e9)

/** The wanted items of a recipe, oldest last within each line; the others are counted, not made. */
export function itemsOf(
  record: SessionRecord,
  recipe: StepRecipe,
  updatedAt: number,
  wants?: (sort: Sort) => boolean,
): Item[] {
  const { stepId, batches } = recipe
  const numbers = productNumbers(record.recipe, recipe)
  const items: Item[] = []
  let before = 0
  batches.forEach(({ kind, status, count, about = '', files = 1 }, line) => {
    if (wants?.({ kind, status }) !== false)
      for (let n = 0; n < count; n++) {
        const at = updatedAt - n * 731
        const product = numbers[line]?.(n) ?? n + 1
        const id = itemId(record, stepId, before + n + 1)
        items.push({ id, kind, status, about, files, product, createdAt: at, updatedAt: at })
      }
    before += count
  })
  return items
}

/** An item that arrives now; about a product of its own unless said otherwise. */
export function newItem(
  step: LiveStep,
  now: number,
  { kind, status, about = '', files = 1, product }: Sort & Partial<Item>,
): Item {
  const place = ++step.nextItem
  const id = itemId(step.record, step.stepId, place)
  return { id, kind, status, about, files, product: product ?? place, createdAt: now, updatedAt: now }
}
