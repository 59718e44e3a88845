/** Where files can be kept: the storage spaces of a project as they are configured (docs/regards-api/actions.md 3.8). */
const GIB = 1024 ** 3

/** A storage space. Without a type it is known only by the files that are referenced there. */
export interface StorageLocation {
  readonly name: string
  readonly id?: number
  readonly type?: 'ONLINE' | 'NEARLINE' | 'OFFLINE' | 'CACHE'
  readonly priority?: number
  /** The plugin that reads and writes there. */
  readonly plugin?: string
  /** Bytes; 0 or undefined: no limit. */
  limit?: number
  /** The limit before anybody made room: files that failed then ran into that one. */
  firstLimit?: number
  /** Files that no session ever counts: what the cache holds for a while. */
  readonly passing?: { readonly files: number; readonly bytes: number }
  /** At most so many of its files wait in a temporary place. */
  readonly waiting?: number
  readonly allowsPhysicalDeletion?: true
}

/** Where files go unless their source says otherwise. */
export const USUAL = 'disk-online'
/** Where administrators copy files to. */
export const COPIES = 'tape-2'
/** Where referenced files already are. */
export const ELSEWHERE = 'elsewhere'

/** What every project starts with. */
export function usualLocations(): StorageLocation[] {
  return [
    {
      name: USUAL,
      ...{ id: 1, type: 'ONLINE', priority: 0, plugin: 'Local' },
      ...{ limit: 40_960 * GIB, allowsPhysicalDeletion: true },
    },
    { name: COPIES, id: 2, type: 'NEARLINE', priority: 1, plugin: 'S3Glacier', limit: 0, waiting: 42 },
    { name: 'Cold vault', id: 3, type: 'OFFLINE', priority: 2 },
    {
      name: 'internal-cache',
      ...{ type: 'CACHE', limit: 500 * GIB, allowsPhysicalDeletion: true },
      passing: { files: 320, bytes: 305 * GIB },
    },
    { name: ELSEWHERE },
  ]
}
