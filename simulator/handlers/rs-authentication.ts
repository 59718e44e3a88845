/** rs-authentication: tokens and borrowed roles (docs/regards-api/README.md 3). */
import type { Account } from '../accounts'
import { ACCOUNTS, CLIENT, PASSWORD, PROJECTS, REFUSAL_TEXTS } from '../accounts'
import { containerPage, jsonAnswer, refusal } from '../envelope'
import { textMember } from '../matching'
import { canBorrowRole } from '../rights'
import { VALIDITY_SECONDS, writeToken } from '../tokens'
import type { World } from '../world'
import type { Call } from './route'
import { routesOf } from './route'

function tokenAnswer(world: World, account: Account, tenant: string, role: string): Response {
  const claims = {
    tenant,
    role,
    sub: account.email,
    email: account.email,
    exp: Math.floor(world.clock.now() / 1000) + VALIDITY_SECONDS,
    jti: world.tokens.next(),
    era: world.tokens.era,
  }
  return jsonAnswer({
    token_type: 'bearer',
    tenant,
    scope: tenant,
    role,
    sub: account.email,
    email: account.email,
    service_provider_name: account.serviceProvider,
    access_token: writeToken(claims),
    expires_in: VALIDITY_SECONDS,
  })
}

/** docs/regards-api/README.md 3.3: 400, the code in `additionalInformation.error`, and leftovers of the serialised exception. */
function signInRefusal(code: string): Response {
  return jsonAnswer(
    {
      additionalInformation: { error: code },
      detailMessage: REFUSAL_TEXTS[code],
      stackTrace: [],
      suppressedExceptions: [],
    },
    400,
  )
}

function isOurClient(headers: Headers): boolean {
  const [scheme, pair] = (headers.get('authorization') ?? '').split(' ')
  return scheme === 'Basic' && pair === btoa(`${CLIENT.user}:${CLIENT.secret}`)
}

function obtainToken({ world, headers, search, body }: Call): Response {
  // A filter needs the tenant before the body is read, so the body's own `scope` does not help.
  const filterScope = headers.get('scope') ?? search.get('scope') ?? ''
  const given = (name: string) => textMember(body, name) || (search.get(name) ?? '')
  const [username, password, scope] = [given('username'), given('password'), given('scope') || filterScope]
  const project = PROJECTS.find(({ name }) => name === scope)
  if (!isOurClient(headers) || filterScope === '' || username === '' || password === '') return containerPage(401)
  if (project === undefined && scope !== 'instance') return containerPage(401)

  const account = ACCOUNTS.find(({ email }) => email === username)
  if (account === undefined) return signInRefusal('ACCOUNT_UNKNOWN')
  if (account.refusal !== undefined) return signInRefusal(account.refusal)
  if (password !== PASSWORD) return signInRefusal('ACCOUNT_UNKNOWN')
  if (project === undefined) return signInRefusal('INSTANCE_ACCESS_DENIED')
  if (!project.hasUsers) return signInRefusal('USER_UNKNOWN')
  if (account.userRefusal !== undefined) return signInRefusal(account.userRefusal)
  return tokenAnswer(world, account, project.name, account.role)
}

function borrowRole({ world, user, part }: Call): Response {
  const account = ACCOUNTS.find(({ email }) => email === user.sub)
  const role = part('role')
  // The original role decides, not the one that was borrowed last.
  if (account === undefined || !canBorrowRole(account.role, role))
    return refusal(403, `Role ${role} cannot be borrowed`)
  return tokenAnswer(world, account, user.tenant, role)
}

export const authenticationRoutes = routesOf('rs-authentication', {
  'POST /oauth/token': {
    role: 'PUBLIC',
    description: 'Get a token',
    controller: 'TokenController',
    answer: obtainToken,
    isOpen: true,
  },
  'GET /borrowRole/{role}': {
    role: 'PUBLIC',
    description: 'Borrow a role',
    controller: 'BorrowRoleController',
    answer: borrowRole,
  },
})
