/** Writes a long CSV file so that the page answers what is clicked meanwhile. */
import type { CsvCell, CsvForm } from '@/domain/csv'
import { csvParts } from '@/domain/csv'
import { ServiceError } from '@/domain/service-error'
import { useCredentials } from '@/stores/credentials'

/** Lets the page answer. */
const rest = () => new Promise(resolve => setTimeout(resolve, 0))

interface CsvTable {
  /** What the table is. */
  readonly comment: string
  readonly header: readonly string[]
  readonly lines: readonly (readonly CsvCell[])[]
}

/**
 * The text of the file, in parts.
 * @throws what the signal was aborted with
 */
export async function writeCsv(
  { comment, header, lines }: CsvTable,
  form: CsvForm,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const parts: string[] = []
  for (const part of csvParts(comment, header, lines, form)) {
    parts.push(part)
    await rest()
    signal.throwIfAborted()
  }
  return parts
}

/** Whether a file could not be read for want of a sign-in; who signs out takes the questions along, which end as cancelled. */
export function isSignedOutBy(error: unknown): boolean {
  const isRefused = error instanceof ServiceError && error.isUnauthorised
  return isRefused || useCredentials.getState().status !== 'signedIn'
}
