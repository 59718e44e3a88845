/** How a request is refused before any endpoint sees it: by the gateway, the firewall, or for a missing right (docs/regards-api/measured.md 4). */
import { containerPage, jsonAnswer, nothing, refusal } from '../envelope'
import { hash } from '../random'
import type { RefusedToken } from '../token-memory'

/** The page of a microservice's container, with the address as the microservice sees it. */
function deniedPage(address: string): Response {
  const told = address.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const text = `<html>
<head>
<meta http-equiv="Content-Type" content="text/html;charset=ISO-8859-1"/>
<title>Error 403 Access Denied</title>
</head>
<body>
<h2>HTTP ERROR 403 Access Denied</h2>
<table>
<tr><th>URI:</th><td>${told}</td></tr>
<tr><th>STATUS:</th><td>403</td></tr>
<tr><th>MESSAGE:</th><td>Access Denied</td></tr>
</table>

</body>
</html>
`
  return new Response(text, { status: 403, headers: { 'Content-Type': 'text/html;charset=iso-8859-1' } })
}

/** Without a token and without a project the caller is unknown. */
export const strangerRefused = (url: string): Response =>
  deniedPage(`http://rs-gateway.internal/${url.slice(url.indexOf('/') + 1)}`)

/** The gateway refuses unknown tokens; a token it has accepted before fails behind it. */
export function tokenRefused(shape: RefusedToken, url: string, now: number): Response {
  if (shape === 'seen') return strangerRefused(url)
  if (shape === 'unseen')
    return new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Realm"' } })
  const answer = jsonAnswer(
    {
      timestamp: new Date(now).toISOString().replace('Z', '+00:00'),
      path: `/api/v1/${url.split('?')[0] ?? ''}`,
      status: 500,
      error: 'Internal Server Error',
      requestId: hash(`${url} ${now}`).toString(16).padStart(8, '0'),
    },
    500,
  )
  answer.headers.set('Content-Type', 'application/json')
  return answer
}

/** Only such a refusal has `messages`: the caller is known, but has no right. */
export const rightRefused = (): Response => refusal(403, 'Access is denied')

/** Characters no path segment may contain: a semicolon is refused without a body, the others as a bad request. */
export function pathRefused(segments: readonly string[]): Response | undefined {
  if (segments.some(segment => /;|%3b/i.test(segment))) return nothing(403)
  return segments.some(segment => /%(?:25|5c|2f|0a|(?![\da-f]{2}))/i.test(segment)) ? nothing(400) : undefined
}

/** A path that exists for other verbs, or without its final slash. */
export function misaddressed(verb: string, hasOtherVerb: boolean): Response {
  return hasOtherVerb ? refusal(405, `Request method '${verb}' is not supported`) : containerPage(404)
}
