/** Names that REGARDS accepts and that break careless pages: markup, wildcards, separators, directions, length. */
import type { Archive } from '../archive'
import { oais, storage, unknownStep } from './parts'

const NAMES = [
  '<img src=x onerror=alert(1)>',
  'a+b:c/d%e_f "g" \'h\'',
  'run_1',
  'run-1',
  'report-\u202Egnp.exe',
  'مسح \u200F2025 (a)',
  'zero\u200Bwidth',
  '../..;?#&',
  '100% done_',
  '🛰️ été 观测',
  `long-${'abcdefghij'.repeat(25)}`,
]

export function addHostileNames(archive: Archive): void {
  const source = 'odd & names'
  NAMES.forEach((name, place) => {
    archive.addSession({
      source,
      name,
      updatedAt: archive.now - (5 + place) * 60_000,
      recipe: [oais({ done: 3 + place, errors: place === 0 ? 1 : 0 }), storage({ done: 5 })],
    })
  })
  archive.addSession({ source, name: 'never updated', recipe: [], updatedAt: undefined })
  archive.addSession({
    source,
    name: 'new publisher',
    updatedAt: archive.now - 600_000,
    recipe: [
      oais({ done: 40 }),
      unknownStep('quality', { checkedProducts: 40, approvedProducts: 37, doubtfulProducts: 3 }),
    ],
  })
  archive.addSession({
    source: 'north/south <b>',
    name: '2025-05-02',
    updatedAt: archive.now - 7_200_000,
    recipe: [oais({ done: 8 }), storage({ done: 8 })],
  })
}
