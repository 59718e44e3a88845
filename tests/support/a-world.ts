/** Worlds for tests, in the words of the test: `aWorld().withSession('A/day-1', s => s.scan({ errors: 3 })).build()`. */
import type { SessionRef } from '@/domain/session'
import type { Archive } from '@simulator/archive'
import { Clock } from '@simulator/clock'
import type { Duration } from '@simulator/clock'
import { milliseconds } from '@simulator/clock'
import type { Chain, Fate, StepRecipe } from '@simulator/records'
import type {
  CatalogFigures,
  FeatureFigures,
  Foreign,
  OaisFigures,
  ScanFigures,
  StorageFigures,
  WorkerFigures,
} from '@simulator/seeds/parts'
import * as parts from '@simulator/seeds/parts'
import type { Scenario } from '@simulator/world'
import { World } from '@simulator/world'

/** What one session holds. Each method adds a step; what is not said is 0. */
export class SessionBuilder {
  readonly steps: StepRecipe[] = []
  fate: Fate = 'all'
  /** A number until the test says one: then the order of the sessions is the one they were named in, without ties. */
  age: Duration | undefined = 60_000

  scan(figures: ScanFigures): this {
    return this.#with(parts.scan(figures))
  }

  workers(types: Readonly<Record<string, WorkerFigures>>, waiting = 0): this {
    return this.#with(parts.workers(types, waiting))
  }

  oais(figures: OaisFigures): this {
    return this.#with(parts.oais(figures))
  }

  feature(figures: FeatureFigures): this {
    return this.#with(parts.feature(figures))
  }

  storage(figures: StorageFigures): this {
    return this.#with(parts.storage(figures))
  }

  catalog(figures: CatalogFigures): this {
    return this.#with(parts.catalog(figures))
  }

  recipients(names: Parameters<typeof parts.recipients>[0]): this {
    return this.#with(parts.recipients(names))
  }

  /** An unknown step. */
  step(stepId: string, figures: Foreign): this {
    return this.#with(parts.unknownStep(stepId, figures))
  }

  /** How relaunched items end: all well (the default), none, or only the first n. */
  relaunchSucceeds(fate: Exclude<Fate, 'mostly'>): this {
    this.fate = fate
    return this
  }

  /** How long ago it last changed (1 minute); undefined: rs-admin has no date. */
  changed(age: Duration | undefined): this {
    this.age = age
    return this
  }

  #with(step: StepRecipe): this {
    this.steps.push(step)
    return this
  }
}

/** `source/session`, cut at the first slash, or the two names apart. */
function refOf(name: string | SessionRef): SessionRef {
  if (typeof name !== 'string') return name
  const slash = name.indexOf('/')
  return { source: name.slice(0, slash), name: name.slice(slash + 1) }
}

class WorldBuilder implements Scenario {
  readonly #fillers: ((archive: Archive) => void)[] = []

  /** A session; one with a `scan` step gets its acquisition chain too, unless the test adds one. */
  withSession(name: string | SessionRef, describe: (session: SessionBuilder) => SessionBuilder = s => s): this {
    const ref = refOf(name)
    const session = describe(new SessionBuilder())
    const place = this.#fillers.length
    this.#fillers.push(archive => {
      const { age } = session
      const lag = typeof age === 'number' ? place : 0
      const updatedAt = age === undefined ? undefined : archive.now - milliseconds(age) - lag
      archive.addSession({ ...ref, recipe: session.steps, updatedAt, fate: session.fate })
      const isAcquired = session.steps.some(({ stepId }) => stepId === 'scan')
      if (isAcquired && !archive.chains.some(({ label }) => label === ref.source)) archive.addChain(ref.source)
    })
    return this
  }

  /** Sessions `<source>/<name>-0`, `-1`, … each a minute older than the one before. */
  withSessions(count: number, name: string, describe?: (session: SessionBuilder) => SessionBuilder): this {
    for (let n = 0; n < count; n++) this.withSession(`${name}-${n}`, s => (describe?.(s) ?? s).changed(`${n + 1}m`))
    return this
  }

  /** A source without sessions. */
  withSource(name: string): this {
    this.#fillers.push(archive => void archive.source(name))
    return this
  }

  /** An acquisition chain in a given state: `{ enabled: false }`, `{ locked: true }` … Say it before its sessions. */
  withChain(label: string, settings: Partial<Omit<Chain, 'id' | 'label'>> = {}): this {
    this.#fillers.push(archive => void archive.addChain(label, settings))
    return this
  }

  fill({ archive }: World): void {
    for (const fill of this.#fillers) fill(archive)
  }

  /** The world, on a clock that stands until `world.advance`. */
  build(clock = new Clock()): World {
    return new World(this, clock)
  }
}

export function aWorld(): WorldBuilder {
  return new WorldBuilder()
}
