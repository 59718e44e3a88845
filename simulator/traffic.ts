/** Incoming work: new sessions, products, features and worker requests, some of them failing. */
import type { Archive } from './archive'
import { submit } from './pipeline'
import type { SessionRecord } from './records'
import { index } from './work'

/** A new session of a source begins after so long. */
const SESSION_LENGTH = 90_000
/** After a longer pause than this, the traffic of the pause is left out. */
const FORGOTTEN = 600_000

type Arrival = (archive: Archive, record: SessionRecord) => void

const acquire: Arrival = (archive, record) => {
  const { timeline, random } = archive
  const product = archive.addItem(record, 'scan', { kind: 'product', status: 'ACQUIRING', files: 2 })
  timeline.after(random.integer(1000, 3000), () => {
    archive.change(record, 'scan', product, 'COMPLETED')
    timeline.after(random.integer(1500, 4000), () => {
      if (random.chance(0.08)) archive.change(record, 'scan', product, 'GENERATION_ERROR')
      else submit(archive, record, product)
    })
  })
}

const register: Arrival = (archive, record) => {
  const { timeline, random } = archive
  const request = archive.addItem(record, 'feature', { kind: 'CREATION', status: 'GRANTED' })
  timeline.after(random.integer(2000, 6000), () => {
    const isGood = !random.chance(0.06)
    archive.change(record, 'feature', request, isGood ? 'SUCCESS' : 'ERROR')
    if (!isGood) return
    index(archive, record)
    const sent = archive.addItem(record, 'fem_dissemination', {
      kind: 'recipient',
      status: 'PENDING',
      about: 'mirror.example.org',
      product: request.product,
    })
    timeline.after(random.integer(3000, 9000), () => archive.change(record, 'fem_dissemination', sent, 'DONE'))
  })
}

const prepare: Arrival = (archive, record) => {
  const { timeline, random } = archive
  const about = random.pick(['geo.reproject-1.2', 'unzip'])
  const request = archive.addItem(record, 'workers', { kind: 'workerRequest', status: 'DISPATCHED', about })
  timeline.after(1000, () => {
    archive.change(record, 'workers', request, 'RUNNING')
    timeline.after(random.integer(2000, 6000), () => {
      archive.change(record, 'workers', request, random.chance(0.07) ? 'ERROR' : 'SUCCESS')
    })
  })
}

const ARRIVALS: Readonly<Record<string, Arrival>> = { 'sensor-b': register, 'prep-beacons': prepare }

/** What every step of an arriving session starts with, so that later work finds its step. */
function openToday(archive: Archive, source: string): SessionRecord {
  const name = new Date(archive.now).toISOString().replace('Z', '000+00:00')
  const record = archive.openSession({ source, name })
  const steps = { 'sensor-b': ['feature', 'catalog'], 'prep-beacons': ['workers'] }[source] ?? [
    'scan',
    'oais',
    'storage',
    'catalog',
  ]
  for (const stepId of steps) archive.openStep(record, stepId)
  return record
}

/** From now on something arrives every second or two, in one of these sources. */
export function startTraffic(archive: Archive, sources: readonly [string, ...string[]]): void {
  const { timeline, random } = archive
  const current = new Map<string, SessionRecord>()
  const arrive = () => {
    const source = random.pick(sources)
    let record = current.get(source)
    if (record === undefined || archive.now - record.createdAt > SESSION_LENGTH) {
      record = openToday(archive, source)
      current.set(source, record)
    }
    const arrival = ARRIVALS[source] ?? acquire
    for (let n = random.integer(1, 4); n > 0; n--) arrival(archive, record)
    timeline.after(random.integer(600, 1800), next)
  }
  const next = () => {
    const late = timeline.target - archive.now
    if (late > FORGOTTEN) timeline.after(late, next)
    else arrive()
  }
  next()
}
