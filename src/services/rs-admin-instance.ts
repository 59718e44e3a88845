/** rs-admin-instance: the public projects. `GET projects/public` (docs/regards-api/README.md 3.6). */
import { isUnreadable } from '@/domain/session'
import { readPage } from './hateoas'
import { ask } from './http'
import { pagesOf, sortBy } from './paging'
import { fieldsOf, nameOf } from './readers'

const SERVICE = 'rs-admin-instance'

interface PublicProject {
  readonly name: string
  readonly label: string
}

/** docs/regards-api/README.md 3.6. */
export function readProject(content: unknown): (PublicProject & { readonly isOpen: boolean }) | undefined {
  const said = fieldsOf(content)
  const name = nameOf(said?.['name'])
  if (name === undefined) return undefined
  const isOpen = said?.['isAccessible'] !== false && said?.['isDeleted'] !== true
  return { name, label: nameOf(said?.['label']) ?? name, isOpen }
}

/** The public projects that are open; any other project can still be typed. */
export async function findPublicProjects(signal?: AbortSignal): Promise<readonly PublicProject[]> {
  const pages = pagesOf(SERVICE, page =>
    ask(
      {
        service: SERVICE,
        path: 'projects/public',
        query: { page, size: 500, sort: sortBy('id', 'asc') },
        as: { kind: 'public', scope: 'instance' },
        signal,
      },
      answer => readPage(answer, ({ content }) => readProject(content)),
    ),
  )
  const found: PublicProject[] = []
  for await (const entries of pages) {
    for (const entry of entries) {
      if (isUnreadable(entry) || !entry.isOpen) continue
      found.push({ name: entry.name, label: entry.label })
    }
  }
  return found
}
