/** How the crawler finds stored products that are not in the catalogue yet (docs/regards-api/actions.md 3.9). */
import type { Archive } from './archive'
import { countedIn, hasStep } from './live-steps'
import { uuidOf } from './random'
import type { Crawl, SessionRecord } from './records'
import { documentsUnderway } from './work'

/** The number of sessions per crawl, newest first. */
const SESSIONS = 200
const HOUR = 3_600_000

/** Products of a session that the catalogue lacks, besides those the crawler has just found. */
function missing(record: SessionRecord, stepId: 'oais' | 'feature'): number {
  // A session of both is crawled as OAIS products only.
  if (!hasStep(record, 'catalog') || !hasStep(record, stepId)) return 0
  if (stepId === 'feature' && hasStep(record, 'oais')) return 0
  const indexed = countedIn(record, 'catalog', 'indexed')
  return Math.max(0, countedIn(record, stepId, 'referencedProducts') - indexed - documentsUnderway(record))
}

/** Indexes what is missing; errors of earlier attempts stay counted (docs/regards-api/sessions.md 6.6). */
function indexAll(archive: Archive, stepId: 'oais' | 'feature'): number {
  let saved = 0
  const lacking = archive.sessions
    .filter(record => record.isListed && missing(record, stepId) > 0)
    .sort((a, b) => (b.updatedAt ?? 0) - (a.updatedAt ?? 0))
    .slice(0, SESSIONS)
  for (const record of lacking)
    for (let count = missing(record, stepId); count > 0; count--, saved++)
      archive.addItem(record, 'catalog', { kind: 'document', status: 'INDEXED' })
  return saved
}

function finish(archive: Archive, crawl: Crawl, startedAt: number): void {
  crawl.saved = crawl.stepId === undefined ? 0 : indexAll(archive, crawl.stepId)
  crawl.inError = 0
  crawl.status = 'FINISHED'
  crawl.statusAt = archive.now
  crawl.ingestedAt = startedAt
  crawl.plannedAt = archive.now + HOUR
  crawl.duration = archive.now - startedAt
}

/** Crawls now; a running crawl continues. */
export function schedule(archive: Archive, crawl: Crawl): void {
  if (crawl.status === 'STARTED') return
  const startedAt = archive.now
  crawl.status = 'STARTED'
  crawl.statusAt = startedAt
  delete crawl.plannedAt
  delete crawl.stackTrace
  archive.timeline.after(archive.random.integer(4000, 8000), () => finish(archive, crawl, startedAt))
}

/** As long as a real one: the failure, then its stack. */
function stackOf(message: string, frames: number): string {
  const lines = Array.from({ length: frames }, (_, n) => {
    const place = ['CrawlingService.crawl', 'EntityIndexer.save', 'IndexClient.bulk'][n % 3] ?? ''
    return `\tat org.example.crawler.${place}(${place.split('.')[0] ?? ''}.java:${40 + n * 7})`
  })
  return [`org.example.crawler.IndexException: ${message}`, ...lines].join('\n')
}

/** The data sources of a project: its own two, and what administrators have added over the years. */
export function addUsualCrawls(archive: Archive): void {
  const { now } = archive
  const add = (crawl: Omit<Crawl, 'id'>) => archive.crawls.push({ id: uuidOf(`crawl ${crawl.label}`), ...crawl })
  add({
    label: 'Archive products',
    stepId: 'oais',
    status: 'FINISHED',
    ...{ statusAt: now - 600_000, ingestedAt: now - 660_000, plannedAt: now + HOUR - 600_000 },
    ...{ duration: 12_500, saved: 880, inError: 0 },
  })
  add({
    label: 'GeoJSON products',
    stepId: 'feature',
    status: 'FINISHED_WITH_WARNINGS',
    ...{ statusAt: now - 1_200_000, ingestedAt: now - HOUR - 1_200_000, plannedAt: now + HOUR },
    ...{ duration: 3_723_250, saved: 1200, inError: 7 },
  })
  add({
    label: 'Comets (external database)',
    status: 'ERROR',
    ...{ statusAt: now - 5_400_000, ingestedAt: now - 86_400_000, duration: 820, saved: 0, inError: 3 },
    stackTrace: stackOf('index "demo-comets" is read-only: flood stage disk watermark exceeded', 60),
  })
  add({ label: 'Old missions', status: 'INACTIVE', statusAt: now - 40 * 86_400_000 })
  const drifters: Omit<Crawl, 'id'> = {
    label: 'Drifters (external database)',
    status: 'STARTED',
    ...{ statusAt: now - 420_000, ingestedAt: now - 7_200_000 },
  }
  add(drifters)
  const running = archive.crawls.at(-1)
  archive.timeline.after(600_000, () => {
    if (running?.status === 'STARTED') finish(archive, running, running.statusAt)
  })
}
