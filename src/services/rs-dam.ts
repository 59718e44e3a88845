/** rs-dam: runs of the crawler. `GET crawler/datasourceIngestions`, `PUT …/{id}` (docs/regards-api/actions.md 3.9). */
import type { CrawlRecord } from '@/domain/record-list'
import { ask, submit } from './http'
import { pathWith } from './path-segment'
import type { RecordLoader } from './record-page'
import { readRecords, readWholeList } from './record-page'
import { crawl } from './record-schemas'
import { causeOf } from './server-words'

const SERVICE = 'rs-dam'

/** ISO-8601 durations as Java writes them (docs/regards-api/actions.md 3.9). */
const FORM = /^P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d*)?)S)?)?$/i
const SECONDS = [86_400, 3_600, 60, 1] as const

/** In milliseconds; undefined for a text that is none. */
function milliseconds(duration: string): number | undefined {
  const parts: readonly (string | undefined)[] | undefined = FORM.exec(duration.trim())?.slice(1)
  if (parts === undefined || parts.every(part => part === undefined)) return undefined
  const seconds = parts.reduce((total, part, place) => total + Number(part ?? 0) * (SECONDS[place] ?? 0), 0)
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined
}

const readCrawls = readWholeList(
  readRecords(crawl, ({ id, label, status, statusDate, duration, stackTrace, ...said }, rels): CrawlRecord => ({
    ...{ key: id, cause: causeOf(stackTrace), date: statusDate },
    ...{ id, label, status, statusDate },
    lastIngestDate: said.lastIngestDate,
    nextPlannedIngestDate: said.nextPlannedIngestDate,
    duration: duration === undefined ? undefined : milliseconds(duration),
    saved: said.savedObjectsCount,
    inError: said.inErrorObjectsCount,
    canSchedule: rels.has('schedule'),
  })),
)

/** All data sources of the crawler; they belong to no session. */
export const findCrawls: RecordLoader<CrawlRecord> = (_question, _page, signal) =>
  ask({ service: SERVICE, path: 'crawler/datasourceIngestions', signal }, readCrawls)

/**
 * Asks REGARDS to crawl this data source as soon as possible.
 * @throws ServiceError
 */
export async function crawlNow(id: string): Promise<void> {
  return submit({ service: SERVICE, path: pathWith(SERVICE)`crawler/datasourceIngestions/${id}`, method: 'PUT' })
}
