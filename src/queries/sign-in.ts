/** Signing in: the projects that are proposed, and credentials to token (docs/regards-api/README.md 3.1, 3.6). */
import { queryOptions, useMutation } from '@tanstack/react-query'
import { findPublicProjects } from '@/services/rs-admin-instance'
import type { ClientPair, Credentials, Token } from '@/services/rs-authentication'
import { obtainToken } from '@/services/rs-authentication'
import { keys } from './keys'

/** Suggestions only: the name can be typed. */
export function projectsQuery() {
  return queryOptions({
    queryKey: keys.projects,
    queryFn: ({ signal }) => findPublicProjects(signal),
    retry: false,
    staleTime: Infinity,
  })
}

interface SignIn {
  readonly credentials: Credentials
  readonly client: ClientPair
}

/** Signs in once per call; the password is not kept. */
export function useSignIn() {
  return useMutation({
    mutationFn: ({ credentials, client }: SignIn): Promise<Token> => obtainToken(credentials, client),
    networkMode: 'always',
    retry: 0,
    gcTime: 0,
  })
}
