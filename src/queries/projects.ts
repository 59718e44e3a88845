/** The projects proposed at sign-in: a help, without which one types the name. */
import { queryOptions } from '@tanstack/react-query'
import { findPublicProjects } from '@/services/rs-admin-instance'
import { keys } from './keys'

export function projectsQuery() {
  return queryOptions({
    queryKey: keys.projects,
    queryFn: ({ signal }) => findPublicProjects(signal),
    retry: false,
    staleTime: Infinity,
  })
}
