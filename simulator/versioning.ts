/** Products waiting for a versioning choice, once it is made (docs/regards-api/actions.md 2.2). */
import type { Archive } from './archive'
import type { Item } from './items'
import type { SessionRecord } from './records'
import { store } from './storing'
import { index, putToWork, QUEUE } from './work'

/** What can be chosen, and the mark a stored product keeps of it. */
export const VERSION_CHOICES = { INC_VERSION: 'NEW_VERSION', REPLACE: 'REPLACEMENT', IGNORE: '' } as const
export type VersionChoice = keyof typeof VERSION_CHOICES

const WAITING = 'WAITING_VERSIONING_MODE'

/** A queued job: ignored requests end at once, the others go through ingest like any new product. */
export function chooseVersion(
  archive: Archive,
  record: SessionRecord,
  requests: readonly Item[],
  choice: VersionChoice,
): void {
  archive.timeline.after(QUEUE, () => {
    const waiting = requests.filter(({ status }) => status === WAITING)
    if (choice === 'IGNORE') {
      for (const request of waiting) archive.change(record, 'oais', request, 'IGNORED')
      return
    }
    for (const request of waiting) archive.change(record, 'oais', request, WAITING, VERSION_CHOICES[choice])
    putToWork(archive, {
      record,
      stepId: 'oais',
      items: waiting,
      running: 'RUNNING',
      endsWell: () => true,
      done: request => {
        archive.change(record, 'oais', request, 'STORED')
        store(archive, record, request.files)
        index(archive, record)
      },
      failed: request => archive.change(record, 'oais', request, 'ERROR'),
    })
  })
}
