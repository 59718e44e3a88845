/** The default demo: a realistic archive with every kind of error. */
import type { Archive } from '../archive'
import type { Faults } from '../faults'
import type { SessionRecipe } from '../records'
import { addHostileNames } from './hostile'
import { addFullStorage, furnish } from './spaces'
import { catalog, feature, oais, recipients, scan, storage, workers } from './parts'
import type { SourcePlan } from './quiet'
import { addHistory } from './quiet'

const HISTORIES: readonly SourcePlan[] = [
  { source: 'survey-east', profile: 'acquired', sessions: 40, troubled: 0.1, isAutomatic: true },
  { source: 'survey-west-2', profile: 'acquired', sessions: 22, troubled: 0.1, isAutomatic: true },
  { source: 'mosaic', profile: 'acquired', sessions: 26, troubled: 0.12 },
  { source: 'beacons', profile: 'featured', sessions: 28, troubled: 0.1 },
  { source: 'couriers', profile: 'direct', sessions: 24, troubled: 0.12 },
  { source: 'prep-beacons', profile: 'prepared', sessions: 24, troubled: 0.15 },
  { source: 'tides', profile: 'featured', sessions: 30, troubled: 0.04 },
  { source: 'glacier-2', profile: 'direct', sessions: 30, troubled: 0.04 },
  { source: 'aerosols', profile: 'acquired', sessions: 34, troubled: 0.04, isAutomatic: true },
]

/** Minutes ago, source, session, what it holds. */
type Remarkable = readonly [minutes: number, source: string, name: string, recipe: SessionRecipe]

/** Generation and ingestion errors with invalid products; OAIS errors; workers with dots in their names. */
const SCANS: readonly Remarkable[] = [
  [
    2,
    'scan-alpha',
    '2025-05-02',
    [
      scan({ done: 879, errors: 1, filesPerProduct: 1 }),
      oais({ done: 879, errors: 1 }),
      storage({ done: 1758 }),
      catalog({ indexed: 879 }),
    ],
  ],
  [
    4,
    'scan-alpha',
    'day-1',
    [
      scan({ done: 50, errors: 20, ingestionFailed: 3, invalid: 2, incomplete: 4, canceled: 1, invalidFiles: 3 }),
      oais({ done: 50, errors: 3 }),
      storage({ done: 50, refused: 1 }),
      catalog({ indexed: 50 }),
    ],
  ],
  [
    6,
    'scan-alpha',
    'day-10',
    [workers({ 'geo.reproject-1.2': { error: 3, done: 10 }, unzip: { invalid: 1, done: 10 } }, 2), oais({ done: 10 })],
  ],
  [
    1500,
    'scan-alpha',
    '2025-05-01',
    [scan({ done: 100 }), oais({ done: 100 }), storage({ done: 100 }), catalog({ indexed: 100 })],
  ],
  // An invalid product is an error that cannot be relaunched.
  [
    90,
    'survey-east',
    'only invalid',
    [scan({ done: 84, invalid: 4, foreign: { quarantinedFiles: 2 } }), oais({ done: 84 }), storage({ done: 168 })],
  ],
  [
    120,
    'survey-west',
    '2025-05-28',
    [
      scan({ done: 60, errors: 15 }),
      oais({ done: 60, waiting: 18 }),
      storage({ done: 120, errors: 19 }),
      catalog({ indexed: 42, errors: 18 }),
    ],
  ],
  [125, 'survey-west-2', '2025-05-28', [scan({ done: 33, errors: 5 }), oais({ done: 33 })]],
  [400, 'former-chain', '2025-05-20', [scan({ done: 12, errors: 2 }), oais({ done: 12 })]],
  [420, 'twins', '2025-05-20', [scan({ done: 12, errors: 2 }), oais({ done: 12 })]],
  [440, 'closing', '2025-05-20', [scan({ done: 12, errors: 2 }), oais({ done: 12 })]],
]

/** Everything that comes without a chain. */
const DIRECT: readonly Remarkable[] = [
  [
    10,
    'sensor-b',
    '2025-05-02',
    [
      feature({
        done: { CREATION: 200, DELETION: 2 },
        errors: { CREATION: 8, DELETION: 4, NOTIFICATION: 2 },
        denied: { UPDATE: 5 },
      }),
      recipients({ 'mirror.example.org': { pending: 12, done: 188 }, press: { done: 200 } }),
      storage({ referenced: 200 }),
      catalog({ indexed: 190 }),
    ],
  ],
  [
    2880,
    'sensor-b',
    '2025-04-30',
    [feature({ done: 40 }), recipients({ press: { done: 40 } }), storage({ done: 40 }), catalog({ indexed: 40 })],
  ],
  // rs-fem refuses the deletions of this one, the first time it is asked.
  [
    14,
    'sensor-c',
    'tiles-07',
    [
      feature({ done: { CREATION: 64, UPDATE: 3 }, errors: { CREATION: 5, UPDATE: 3, DELETION: 2 } }),
      storage({ referenced: 64 }),
      catalog({ indexed: 64 }),
    ],
  ],
  [20, 'A', 'day-1', [workers({ 'geo.reproject-1.2': { error: 3, done: 6 }, unzip: { invalid: 1, done: 4 } })]],
  [21, 'A', 'day-10', [workers({ 'geo.reproject-1.2': { error: 2, done: 4 }, unzip: { invalid: 1, done: 0 } })]],
  [22, 'AB', 'day-1', [workers({ unzip: { invalid: 2, done: 5 } })]],
  [
    30,
    'direct-c',
    'run 7',
    [
      oais({ done: 300, waiting: 5 }),
      storage({ done: 830, errors: 1150, deletionErrors: 30, copyErrors: 20 }),
      catalog({ indexed: 300 }),
    ],
  ],
  [
    35,
    'direct-c',
    'run 8',
    [
      oais({
        done: 20,
        errors: 7,
        waiting: 2,
        postProcessErrors: 3,
        postProcessDone: 17,
        foreign: { signedProducts: 20 },
      }),
      storage({ done: 40, referenceErrors: 4 }),
    ],
  ],
  [1440, 'mosaic', 'index trouble', [oais({ done: 90 }), storage({ done: 180 }), catalog({ indexed: 76, errors: 14 })]],
  [
    2000,
    'lead@example.org',
    'Copy of files of disk-online to tape-2 on 2025-05-30',
    [storage({ done: 900, copies: 900, copyErrors: 6 })],
  ],
]

/** Not in error, but worth a check; and one full storage. */
const SILENT: readonly Remarkable[] = [
  // Ok for REGARDS, and two products never got their last file.
  [
    200,
    'lidar-e',
    '2025-05-31',
    [scan({ done: 118, incomplete: 2 }), oais({ done: 118 }), storage({ done: 236 }), catalog({ indexed: 118 })],
  ],
  // Fourteen files have been on their way for hours, without any event since.
  [160, 'relay-f', 'pass 4711', [oais({ done: 210 }), storage({ done: 406, running: 14 }), catalog({ indexed: 210 })]],
]

function addRemarkable(archive: Archive, list: readonly Remarkable[]): void {
  for (const [minutes, source, name, recipe] of list) {
    const updatedAt = archive.now - minutes * 60_000
    archive.addSession({ source, name, recipe, updatedAt, createdAt: updatedAt - 21_600_000 })
  }
}

/** A purge takes from the output sums what had come in: they drift below zero (docs/regards-api/sessions.md 1.4). */
function addDrifted(archive: Archive): void {
  const updatedAt = archive.now - 86_400_000
  const recipe = [oais({ done: 120 }), storage({ done: 360 })]
  archive.addSession({ source: 'drifted', name: '2025-06-01', recipe, updatedAt })
  for (const aggregate of archive.source('drifted').aggregates.values()) aggregate.totalOut -= aggregate.totalIn * 45
}

export function fillBroken(archive: Archive, faults: Faults): void {
  archive.addChain('scan-alpha')
  archive.addChain('survey-west', { enabled: false, activatedAt: undefined })
  archive.addChain('survey-west-2', { locked: true, mode: 'AUTO' })
  archive.addChain('twins')
  archive.addChain('twins', { enabled: false })
  archive.addChain('closing', { deletionPending: true })
  addRemarkable(archive, SCANS)
  addRemarkable(archive, DIRECT)
  addDrifted(archive)
  addHostileNames(archive)
  archive.source('emptied')
  for (const plan of HISTORIES) addHistory(archive, plan)
  archive.addChain('lidar-e')
  addRemarkable(archive, SILENT)
  addFullStorage(archive)
  furnish(archive)
  faults.refuse(
    'POST rs-fem/requests/retry/DELETION',
    422,
    ['Deletion requests are locked by another job', 'Try again later'],
    { times: 1, bodyHolds: 'tiles-07' },
  )
}
