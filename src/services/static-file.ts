/** A small file served beside the page, without a token, from the same origin only. */
import { BARE, readBody } from './body'
import { firstAnswer } from './first-answers'

const TIME_LIMIT = 20_000

/**
 * The text of the file.
 * @returns undefined when it is missing, could not be loaded, or holds more than `most` characters
 */
export async function readStaticFile(address: string, most: number): Promise<string | undefined> {
  const signal = AbortSignal.timeout(TIME_LIMIT)
  try {
    const first = await firstAnswer(address, undefined, signal)
    const response = first?.response ?? (await fetch(address, { signal, ...BARE }))
    const body = await readBody(response, signal)
    return response.ok && body.kind === 'whole' && body.text.length <= most ? body.text : undefined
  } catch {
    return undefined
  }
}
