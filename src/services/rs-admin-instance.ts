/** rs-admin-instance: the projects one may sign in to. `GET projects/public` (docs/regards-api/README.md 3.6). */
import { isUnreadable } from '@/domain/session'
import { readPage } from './hateoas'
import { ask } from './http'
import { pagesOf, sortBy } from './paging'
import { project } from './schemas'

const SERVICE = 'rs-admin-instance'

interface PublicProject {
  readonly name: string
  readonly label: string
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
      answer => readPage(answer, ({ content }) => project.safeParse(content).data),
    ),
  )
  const found: PublicProject[] = []
  for await (const entries of pages) {
    for (const entry of entries) {
      if (isUnreadable(entry) || !entry.isAccessible || entry.isDeleted) continue
      found.push({ name: entry.name, label: entry.label ?? entry.name })
    }
  }
  return found
}
