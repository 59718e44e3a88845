/** Ordinary sessions, most of an archive, with an error now and then. */
import type { Random } from '../random'
import type { SessionRecipe, StepRecipe } from '../records'
import { catalog, feature, oais, recipients, scan, storage, workers } from './parts'

/** How the data of a source comes in and goes out. */
export const PROFILES = ['acquired', 'direct', 'featured', 'prepared'] as const
export type Profile = (typeof PROFILES)[number]

/** What went wrong in a session. */
type Trouble = 'generation' | 'referencing' | 'storage' | 'index' | 'workers' | 'waiting' | 'running'

const few = (random: Random, has: boolean): number => (has ? random.integer(1, 12) : 0)

function acquired(random: Random, products: number, trouble: Trouble | undefined): readonly StepRecipe[] {
  const errors = few(random, trouble === 'generation')
  return [
    scan({
      done: products,
      errors,
      invalid: errors > 6 ? 2 : 0,
      incomplete: random.chance(0.1) ? random.integer(1, 6) : 0,
      submitted: few(random, trouble === 'running'),
      filesPerProduct: random.integer(1, 2),
    }),
    ...direct(random, products, trouble),
  ]
}

function direct(random: Random, products: number, trouble: Trouble | undefined): readonly StepRecipe[] {
  const indexErrors = few(random, trouble === 'index')
  return [
    oais({
      done: products,
      errors: few(random, trouble === 'referencing'),
      waiting: few(random, trouble === 'waiting'),
      running: few(random, trouble === 'running'),
      newVersions: random.chance(0.1) ? random.integer(1, 5) : 0,
      ignored: random.chance(0.08) ? random.integer(1, 4) : 0,
    }),
    storage({
      done: products * 2,
      errors: few(random, trouble === 'storage'),
      refused: random.chance(0.06) ? 1 : 0,
    }),
    catalog({ indexed: products - Math.min(products, indexErrors), errors: indexErrors }),
  ]
}

function featured(random: Random, products: number, trouble: Trouble | undefined): readonly StepRecipe[] {
  const pending = few(random, trouble === 'running')
  return [
    feature({
      done: { CREATION: products, UPDATE: random.chance(0.3) ? random.integer(1, 9) : 0 },
      errors: trouble === 'referencing' ? { CREATION: few(random, true), NOTIFICATION: random.integer(0, 3) } : {},
      running: trouble === 'running' ? { CREATION: few(random, true) } : {},
      denied: random.chance(0.08) ? { CREATION: 2 } : {},
    }),
    storage({ referenced: products, errors: few(random, trouble === 'storage') }),
    catalog({ indexed: products, errors: few(random, trouble === 'index') }),
    recipients({
      'mirror.example.org': { done: products - Math.min(products, pending), pending },
      press: { done: products },
    }),
  ]
}

function prepared(random: Random, products: number, trouble: Trouble | undefined): readonly StepRecipe[] {
  const hasErrors = trouble === 'workers' || trouble === 'generation'
  return [
    workers(
      {
        'geo.reproject-1.2': {
          done: products,
          error: few(random, hasErrors),
          running: few(random, trouble === 'running'),
        },
        unzip: { done: products, invalid: hasErrors ? random.integer(0, 3) : 0 },
      },
      few(random, trouble === 'waiting'),
    ),
    ...featured(random, products, trouble),
  ]
}

const MAKERS = { acquired, direct, featured, prepared } as const

/** One session of this profile, of ordinary size. */
export function ordinary(random: Random, profile: Profile, trouble?: Trouble): SessionRecipe {
  return MAKERS[profile](random, random.integer(20, 220), trouble)
}

const TROUBLES_OF: Readonly<Record<Profile, readonly [Trouble, ...Trouble[]]>> = {
  acquired: ['generation', 'referencing', 'storage', 'index', 'waiting', 'running'],
  direct: ['referencing', 'storage', 'index', 'waiting', 'running'],
  featured: ['referencing', 'storage', 'index', 'running'],
  prepared: ['workers', 'referencing', 'storage', 'waiting', 'running'],
}

/** Something that can go wrong with such data, with this probability. */
export function troubleFor(random: Random, profile: Profile, probability: number): Trouble | undefined {
  return random.chance(probability) ? random.pick(TROUBLES_OF[profile]) : undefined
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** The name of an unnamed run: its date-time in the archive's own zone (docs/regards-api/sessions.md 2.1). */
export function runName(time: number, random: Random): string {
  const local = new Date(time + 7_200_000).toISOString().replace('Z', '')
  return `${local}${pad(random.integer(0, 999), 3)}+02:00`
}

export const dayName = (time: number): string => new Date(time).toISOString().slice(0, 10)
