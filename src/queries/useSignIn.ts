/** Credentials to token (docs/regards-api/README.md 3.1). */
import { useMutation } from '@tanstack/react-query'
import type { ClientPair, Credentials, Token } from '@/services/rs-authentication'
import { obtainToken } from '@/services/rs-authentication'

export interface SignIn {
  readonly credentials: Credentials
  readonly client: ClientPair
}

/** Signs in once per call; the password is not kept by anybody. */
export function useSignIn() {
  return useMutation({
    mutationFn: ({ credentials, client }: SignIn): Promise<Token> => obtainToken(credentials, client),
    networkMode: 'always',
    retry: 0,
    gcTime: 0,
  })
}
