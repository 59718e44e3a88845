/** The named worlds. */
import type { Archive } from '../archive'
import type { Faults } from '../faults'
import { fillBroken } from './broken'
import { fillBusy } from './busy'
import { fillCalm } from './calm'
import { fillHuge } from './huge'
import { fillMany } from './many'

export const SEEDS = ['calm', 'busy', 'broken', 'huge', 'many'] as const
export type Seed = (typeof SEEDS)[number]

/** What a seed fills. */
interface Setting {
  readonly archive: Archive
  readonly faults: Faults
}

const FILLERS: Readonly<Record<Seed, (setting: Setting) => void>> = {
  calm: ({ archive }) => fillCalm(archive),
  busy: ({ archive }) => fillBusy(archive),
  broken: ({ archive, faults }) => fillBroken(archive, faults),
  huge: ({ archive }) => fillHuge(archive),
  many: ({ archive }) => fillMany(archive),
}

export function fillFrom(seed: Seed, setting: Setting): void {
  FILLERS[seed](setting)
}

export function isSeed(word: string): word is Seed {
  return SEEDS.some(seed => seed === word)
}
