/** How a piece of work runs: it starts, takes its time, ends well or not, and others find out later. */
import type { Archive } from './archive'
import type { Item } from './items'
import { hasStep } from './live-steps'
import type { SessionRecord } from './records'

/** A job waits in a queue before it starts (docs/regards-api/actions.md 2). */
export const QUEUE = 700

/** When the nth of many items ends: a few seconds for a few, up to twenty for thousands. */
function workTime({ random }: Archive, place: number, count: number): number {
  return random.integer(2000, 5000) + place * Math.min(200, 12_000 / count)
}

interface Work {
  readonly record: SessionRecord
  readonly stepId: string
  readonly items: readonly Item[]
  /** The status of work in progress. */
  readonly running: string
  /** Called when an item ends well, or not. */
  readonly done: (item: Item) => void
  readonly failed: (item: Item) => void
  /** Whether an item ends well; absent: as the fate of its session has it. */
  readonly endsWell?: (item: Item) => boolean
  readonly allEnded?: () => void
}

/** Puts items to work now; each ends in its own time, unless something else took it meanwhile. */
export function putToWork(archive: Archive, work: Work): void {
  const { record, stepId, items, running, done, failed, allEnded } = work
  const endsWell = work.endsWell ?? (() => archive.drawFate(record))
  let left = items.length
  const ended = () => {
    if (--left <= 0) allEnded?.()
  }
  for (const item of items) archive.change(record, stepId, item, running)
  items.forEach((item, place) => {
    archive.timeline.after(workTime(archive, place, items.length), () => {
      if (item.status === running) (endsWell(item) ? done : failed)(item)
      ended()
    })
  })
  if (items.length === 0) archive.timeline.after(1500, ended)
}

/** Documents that the crawler has found and not indexed yet. */
const underway = new WeakMap<SessionRecord, number>()

export const documentsUnderway = (record: SessionRecord): number => underway.get(record) ?? 0

/** The crawler finds what is new, later. */
export function index(archive: Archive, record: SessionRecord): void {
  if (!hasStep(record, 'catalog')) return
  underway.set(record, documentsUnderway(record) + 1)
  archive.timeline.after(archive.random.integer(3000, 5000), () => {
    underway.set(record, documentsUnderway(record) - 1)
    archive.addItem(record, 'catalog', { kind: 'document', status: 'INDEXED' })
  })
}

/** A feature or a file is gone: the request that made it counts it no longer. The one of that product, if there is one. */
export function forget(
  archive: Archive,
  record: SessionRecord,
  stepId: string,
  kinds: readonly string[],
  product?: number,
): void {
  const made = archive.items(record, stepId).filter(({ kind, status }) => kinds.includes(kind) && status === 'SUCCESS')
  const gone = made.find(item => item.product === product) ?? made[0]
  if (gone !== undefined) archive.change(record, stepId, gone, 'DELETED')
}
