/** Which sessions a request means: each microservice compares names in its own way (docs/regards-api/measured.md 1.1 and 2). */
import { containsEscaped } from './like'
import type { SessionRecord } from './records'

/** Names as a request gives them; an empty or absent one leaves its filter out. */
export interface AskedNames {
  readonly source?: string
  readonly name?: string
}

/** Both names exactly, case included: rs-fem, and the requests of rs-ingest. */
export function named({ source = '', name = '' }: AskedNames): (record: SessionRecord) => boolean {
  return record => (source === '' || record.source === source) && (name === '' || record.name === name)
}

/** Both names as substrings, so that A / day-1 also selects AB / day-10: products of rs-ingest, and worker requests. */
export function alike({ source = '', name = '' }: AskedNames): (record: SessionRecord) => boolean {
  const [hasSource, hasName] = [containsEscaped(source), containsEscaped(name)]
  return record => hasSource(record.source) && hasName(record.name)
}
