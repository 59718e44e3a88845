/** rs-admin-instance: the projects one may sign in to. `GET projects/public` (README.md 3.6). */
import { isUnreadable } from '@/domain/session'
import { readPage } from './hateoas'
import { ask } from './http'
import { project } from './schemas'

export interface PublicProject {
  readonly name: string
  readonly label: string
}

/** The public projects that are open; any other project can still be typed. */
export async function findPublicProjects(signal?: AbortSignal): Promise<readonly PublicProject[]> {
  const { entries } = await ask(
    {
      service: 'rs-admin-instance',
      path: 'projects/public',
      query: { page: 0, size: 500 },
      as: { kind: 'public', scope: 'instance' },
      signal,
    },
    answer =>
      readPage(answer, ({ content }) => {
        const { success, data } = project.safeParse(content)
        return success ? data : undefined
      }),
  )
  return entries.flatMap(entry =>
    isUnreadable(entry) || !entry.isAccessible || entry.isDeleted
      ? []
      : [{ name: entry.name, label: entry.label ?? entry.name }],
  )
}
