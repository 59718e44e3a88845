/** rs-dam: the crawls of the data sources, and "crawl now" (docs/regards-api/actions.md 3.9). */
import type { Archive } from '../archive'
import { schedule } from '../crawls'
import { iso, jsonAnswer, link, refusal } from '../envelope'
import type { Crawl } from '../records'
import type { Call } from './route'
import { routesOf } from './route'

/** ISO-8601, such as PT1H2M3.25S. */
function isoDuration(milliseconds: number): string {
  const [hours, minutes] = [Math.floor(milliseconds / 3_600_000), Math.floor(milliseconds / 60_000) % 60]
  const seconds = (milliseconds % 60_000) / 1000
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`
}

const dateOf = (time: number | undefined): string | undefined => (time === undefined ? undefined : iso(time))

function cursorOf({ status, ingestedAt, statusAt }: Crawl) {
  if (status !== 'STARTED') return undefined
  return { position: 3, size: 1000, hasNext: true, lastEntityDate: iso(ingestedAt ?? statusAt), lastId: 4120 }
}

const PATH = 'rs-dam/crawler/datasourceIngestions'

function wrapCrawl(crawl: Crawl, { may }: Call) {
  const isRunning = crawl.status === 'STARTED'
  const path = `${PATH}/${crawl.id}`
  const canCall = (verb: 'PUT' | 'DELETE') => !isRunning && may(verb, 'rs-dam', '/crawler/datasourceIngestions/{id}')
  return {
    content: {
      id: crawl.id,
      label: crawl.label,
      status: crawl.status,
      statusDate: iso(crawl.statusAt),
      lastIngestDate: dateOf(crawl.ingestedAt),
      nextPlannedIngestDate: dateOf(crawl.plannedAt),
      duration: isRunning || crawl.duration === undefined ? undefined : isoDuration(crawl.duration),
      savedObjectsCount: isRunning ? undefined : crawl.saved,
      inErrorObjectsCount: isRunning ? undefined : crawl.inError,
      cursor: cursorOf(crawl),
      stackTrace: crawl.stackTrace,
    },
    links: [...(canCall('PUT') ? [link('SCHEDULE', path)] : []), ...(canCall('DELETE') ? [link('delete', path)] : [])],
  }
}

function list(call: Call): Response {
  const crawls = [...call.archive.crawls].sort((a, b) => (a.label < b.label ? -1 : 1))
  return jsonAnswer(crawls.map(crawl => wrapCrawl(crawl, call)))
}

function withCrawl({ archive, part }: Call, order: (archive: Archive, crawl: Crawl) => void): Response {
  const crawl = archive.crawls.find(({ id }) => id === part('id'))
  if (crawl === undefined) return refusal(404, `Data source ingestion ${part('id')} not found`)
  order(archive, crawl)
  return new Response(null, { status: 204 })
}

const CRAWLER = { role: 'PROJECT_ADMIN', controller: 'CrawlerController' } as const

export const damRoutes = routesOf('rs-dam', {
  'GET /crawler/datasourceIngestions': {
    ...CRAWLER,
    description: 'List crawls',
    answer: list,
  },
  'PUT /crawler/datasourceIngestions/{id}': {
    ...CRAWLER,
    description: 'Crawl a data source as soon as possible',
    answer: call => withCrawl(call, schedule),
  },
  'DELETE /crawler/datasourceIngestions/{id}': {
    ...CRAWLER,
    description: 'Forget the crawls of a data source',
    answer: call => withCrawl(call, ({ crawls }, crawl) => crawls.splice(crawls.indexOf(crawl), 1)),
  },
})
