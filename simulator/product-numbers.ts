/** Which product of its session each item is about: a product has the same number in every step it goes through. */
import type { Batch, ItemKind } from './items'
import type { StepRecipe } from './records'

/** The number of the nth item of a batch, n counted from 0. */
type Numbering = (n: number) => number

/** Products of ingest without a scan are numbered from here. */
const FOREIGN = 500_001

/** In which state its product is, as the data provider sees it, while ingest holds a request in this one. */
const SCANNED: Readonly<Record<string, string>> = {
  STORED: 'INGESTED',
  ERROR: 'INGESTION_FAILED',
  RUNNING: 'SUBMITTED',
  WAITING_VERSIONING_MODE: 'SUBMITTED',
}

/** Features and their requests count each for themselves, and so does what goes to one recipient. */
const lineOf = ({ kind, about = '' }: Batch): string => (kind === 'recipient' ? `${kind} ${about}` : kind)

/** Items of one line are numbered through, batch after batch. */
function throughNumbers(batches: readonly Batch[]): readonly Numbering[] {
  const ends = new Map<string, number>()
  return batches.map(batch => {
    const first = (ends.get(lineOf(batch)) ?? 0) + 1
    ends.set(lineOf(batch), first + batch.count - 1)
    return n => first + n
  })
}

interface Range {
  next: number
  left: number
}

/** The products of a scan, by state. */
function productsByState(scan: StepRecipe): ReadonlyMap<string, Range[]> {
  const ranges = new Map<string, Range[]>()
  const numbers = throughNumbers(scan.batches)
  scan.batches.forEach(({ kind, status, count }, place) => {
    if (kind !== 'product') return
    ranges.set(status, [...(ranges.get(status) ?? []), { next: numbers[place]?.(0) ?? 1, left: count }])
  })
  return ranges
}

/** Ingest requests are about the products of the scan in the matching state, as long as there are any. */
function scannedNumbers(batches: readonly Batch[], scan: StepRecipe): readonly Numbering[] {
  const ranges = productsByState(scan)
  let foreign = FOREIGN
  return batches.map(({ status, count }) => {
    const numbers: number[] = []
    for (const range of ranges.get(SCANNED[status] ?? '') ?? []) {
      const taken = Math.min(range.left, count - numbers.length)
      for (let n = 0; n < taken; n++) numbers.push(range.next++)
      range.left -= taken
    }
    const first = foreign - numbers.length
    foreign += count - numbers.length
    return n => numbers[n] ?? first + n
  })
}

const isAbout = (kind: ItemKind) => (batch: Batch) => batch.kind === kind

/** One numbering for each batch of a step. */
export function productNumbers(recipe: readonly StepRecipe[], { batches }: StepRecipe): readonly Numbering[] {
  const scan = recipe.find(({ stepId }) => stepId === 'scan')
  return scan !== undefined && batches.some(isAbout('ingestRequest'))
    ? scannedNumbers(batches, scan)
    : throughNumbers(batches)
}
