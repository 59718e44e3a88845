/** rs-dam: runs of the crawler. `GET crawler/datasourceIngestions`, `PUT …/{id}` (docs/regards-api/actions.md 3.9). */
import type { CrawlRecord } from '@/domain/record-list'
import { causeOf } from './cause'
import { ask, order } from './http'
import { milliseconds } from './iso-duration'
import { pathWith } from './path-segment'
import type { RecordLoader } from './record-page'
import { readRecords, readWholeList } from './record-page'
import { crawl } from './record-schemas'

const SERVICE = 'rs-dam'

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
 * Orders this data source to be crawled as soon as possible.
 * @throws ServiceError
 */
export async function crawlNow(id: string): Promise<void> {
  return order({ service: SERVICE, path: pathWith(SERVICE)`crawler/datasourceIngestions/${id}`, method: 'PUT' })
}
