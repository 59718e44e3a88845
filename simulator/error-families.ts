/** The error texts of REGARDS, by kind of failure: each line is a cause of its own, worded with the facts of one item. */

/** What a text can be filled with; the same item always has the same facts. */
export interface Facts {
  readonly name: string
  readonly file: string
  readonly path: string
  readonly urn: string
  readonly storage: string
  readonly date: string
  /** A number between two others; each number of a text has its own salt. */
  readonly number: (least: number, most: number, salt?: string) => number
  /** This many hexadecimal digits. */
  readonly hex: (length: number, salt?: string) => string
  readonly one: (...choices: readonly [string, ...string[]]) => string
}

export interface Family {
  readonly text: (facts: Facts) => string
  /** The `errorType` of an ingest request, the `step` of a feature request. */
  readonly type?: string
}

const of = (text: Family['text'], type?: string): Family => (type === undefined ? { text } : { text, type })

const checksum: Family['text'] = ({ path, hex }) =>
  `Checksum mismatch for ${path}: expected ${hex(32, 'expected')}, found ${hex(32, 'found')}`
const timeout =
  (host: string): Family['text'] =>
  ({ hex }) =>
    `Timeout after 30000 ms contacting https://${host}/api/v2/jobs/${hex(12)}`
const malformedXml: Family['text'] = ({ path, number }) =>
  `XML not well-formed at line ${number(2, 900, 'x')} column ${number(1, 120, 'y')}: ${path}`

/** The data provider hands stacks over with the two characters `\n` in them (docs/regards-api/actions.md 3.1). */
const plugin: Family['text'] = ({ path, number }) =>
  [
    `SIP generation plugin "dated-sip" failed: java.lang.IllegalStateException: no acquisition date in ${path}`,
    `\\tat org.example.sip.DatedSip.generate(DatedSip.java:${number(40, 60, 'a')})`,
    `\\tat org.example.sip.SipJob.run(SipJob.java:${number(100, 130, 'b')})`,
  ].join('\\n')

const unknownModel = of(({ number }) => `Model "geo_v${number(2, 9)}" is unknown`, 'LOCAL_ERROR')
const unknownAttribute = of(
  ({ name, one }) => `Attribute "${one('cloud_cover', 'orbit', 'bands')}" of ${name} is not in model "geo_v1"`,
  'LOCAL_ERROR',
)
const staleUrn = of(({ urn }) => `Feature ${urn} does not exist any more`, 'LOCAL_ERROR')
const lockedUrn = of(({ urn, date }) => `Feature ${urn} is locked by another request since ${date}`, 'LOCAL_ERROR')
const remoteTimeout = of(timeout('files.example.org'), 'REMOTE_STORAGE_ERROR')
const recipientGone = of(
  ({ one, number }) => `Recipient "${one('mirror.example.org', 'press')}" answered ${number(500, 504)}`,
  'REMOTE_NOTIFICATION_ERROR',
)
const notifierSlow = of(
  ({ hex }) => `Timeout after 30000 ms contacting rs-notifier (request ${hex(16)})`,
  'REMOTE_NOTIFICATION_ERROR',
)

const resetByPeer: Family['text'] = ({ number, file }) =>
  `Remote host closed the connection after ${number(1, 240_000_000)} bytes of ${file}`
const busyStore: Family['text'] = ({ storage, hex }) => `${storage} answered 503 Slow Down (request id ${hex(16)})`

/** By kind and status of the item. */
export const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  'product GENERATION_ERROR': [
    of(checksum),
    of(plugin),
    of(malformedXml),
    of(timeout('footprints.example.org')),
    of(({ name, one }) => `Validation failed: "${one('datetime', 'footprint', 'sensor')}" is mandatory in ${name}`),
  ],
  'product INGESTION_FAILED': [
    of(({ name, hex }) => `Ingest refused ${name}: the same SIP exists already, checksum ${hex(32)}`),
    of(({ storage, number }) => `Ingest gave up after ${number(3, 5)} attempts: storage "${storage}" does not answer`),
    of(({ hex }) => `Timeout after 30000 ms contacting rs-ingest (request ${hex(16)})`),
    of(({ name, one }) => `Validation failed: "${one('datetime', 'footprint')}" is mandatory in ${name}`),
  ],
  'product INVALID': [
    of(({ number }) => `Too many files for this product: expected 2, found ${number(3, 5)}`),
    of(({ path }) => `Two files of type RAWDATA for one product: ${path} and ${path}.1`),
    of(({ path, date }) => `${path} was replaced at ${date}, after its product had been completed`),
  ],
  'workerRequest ERROR': [
    of(
      ({ number }) =>
        `Worker stopped unexpectedly (exit code 137): out of memory, ${number(3900, 4096)} MiB of 4096 MiB used`,
    ),
    of(timeout('orbits.example.org')),
    of(checksum),
    of(({ path, number }) =>
      [
        `Traceback (most recent call last):`,
        `  File "/opt/worker/main.py", line ${number(20, 90)}, in run`,
        `OSError: cannot open ${path}`,
      ].join('\n'),
    ),
  ],
  'workerRequest INVALID_CONTENT': [
    of(({ one }) => `Content is not valid: property "${one('bands', 'geometry', 'orbit')}" is missing`),
    of(({ name, number }) => `Content is not valid: "datetime" of ${name} is "${number(1, 31)}/13/2025"`),
    of(({ number }) => `Content is not JSON: unexpected token at position ${number(1, 4000)}`),
  ],
  'ingestRequest ERROR': [
    of(
      ({ path, hex }) => `Checksum mismatch for ${path}: expected ${hex(32, 'expected')}, found ${hex(32, 'found')}`,
      'INITIAL_CHECKSUM',
    ),
    of(({ name, urn }) => `SIP ${name} exists already as ${urn}`, 'INITIAL_SIP_ALREADY_EXISTS'),
    of(
      ({ name, one }) =>
        `Validation of ${name} failed: descriptive information "${one('datetime', 'sensor')}" is missing`,
      'VALIDATION',
    ),
    of(
      ({ name, hex }) => `AIP generation of ${name} failed (job ${hex(16)}): no representation information`,
      'GENERATION',
    ),
    of(
      ({ file, storage, number }) => `Storage of ${file} on "${storage}" failed after ${number(2, 5)} attempts`,
      'FINAL',
    ),
  ],
  'postProcess ERROR': [
    of(({ urn, number }) => `Quicklook of ${urn} failed: band ${number(1, 13)} is empty`, 'POSTPROCESSING'),
    of(
      ({ hex }) => `Timeout after 30000 ms contacting https://quicklooks.example.org/jobs/${hex(12)}`,
      'POSTPROCESSING',
    ),
  ],
  'CREATION ERROR': [
    unknownModel,
    unknownAttribute,
    of(({ urn }) => `URN already exists: ${urn}`, 'LOCAL_ERROR'),
    remoteTimeout,
    notifierSlow,
  ],
  'UPDATE ERROR': [staleUrn, unknownAttribute, lockedUrn, remoteTimeout],
  'DELETION ERROR': [
    lockedUrn,
    of(({ file, storage }) => `Deletion of ${file} on "${storage}" was refused`, 'REMOTE_STORAGE_ERROR'),
    notifierSlow,
  ],
  'NOTIFICATION ERROR': [recipientGone, notifierSlow, staleUrn],
  'STORAGE ERROR': [
    of(checksum),
    of(timeout('files.example.org')),
    of(resetByPeer),
    of(busyStore),
    of(({ file, storage }) => `Permission denied: /storages/${storage}/${file}`),
  ],
  'REFERENCE ERROR': [
    of(({ file, number }) => `https://files.example.org/${file} answered ${number(401, 404)}`),
    of(timeout('files.example.org')),
    of(({ file }) => `Referenced file ${file} has no size`),
  ],
  'COPY ERROR': [of(busyStore), of(resetByPeer), of(checksum)],
  'FILE_DELETION ERROR': [
    of(({ file, storage }) => `/storages/${storage}/${file} does not exist`),
    of(({ file, storage, date }) => `/storages/${storage}/${file} is locked until ${date}`),
    of(busyStore),
  ],
}

/** The error of a full storage; both figures in bytes. */
export function noSpace({ storage, file }: Facts, used: number, limit: number): string {
  return `No space left on ${storage} (used ${used} of ${limit} bytes): cannot write ${file}`
}
