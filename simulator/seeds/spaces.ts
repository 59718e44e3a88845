/** The storage spaces of the broken world: who keeps files where, and the one that is full. */
import type { Archive } from '../archive'
import type { SessionRecipe } from '../records'
import { catalog, oais, storage } from './parts'

/** Three passes of one radar, whose own storage was full at the end of the last one. */
export function addFullStorage(archive: Archive): void {
  const source = 'radar-d'
  const pass = (name: string, hours: number, recipe: SessionRecipe) => {
    const updatedAt = archive.now - hours * 3_600_000
    archive.addSession({ source, name, recipe, updatedAt, createdAt: updatedAt - 7_200_000, fate: 'all' })
  }
  archive.storages.open({ name: 'disk-radar', id: 4, type: 'ONLINE', priority: 3, plugin: 'Local' })
  archive.storages.keep('disk-radar', [source])
  pass('pass 101', 50, [oais({ done: 320 }), storage({ done: 640 }), catalog({ indexed: 320 })])
  pass('pass 102', 26, [oais({ done: 300 }), storage({ done: 600 }), catalog({ indexed: 300 })])
  pass('pass 103', 2, [oais({ done: 262 }), storage({ done: 486, full: 38 }), catalog({ indexed: 262 })])
}

/** Where the others keep theirs, and how much of it is taken. */
export function furnish(archive: Archive): void {
  archive.storages.keep('tape-2', ['mosaic', 'tides', 'lead@example.org'])
  archive.storages.keep('Cold vault', ['glacier-2'])
  archive.storages.limit('disk-online', 0.71)
  archive.storages.limit('disk-radar', 1)
}
