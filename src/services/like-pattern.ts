/** A name as rs-ingest and rs-worker-manager must be sent it to be found (docs/regards-api/measured.md 1.3). */

/** `%` and `\` made ordinary characters; `_` is left alone, since the server escapes it itself. */
export function escaped(name: string): string {
  return name.replace(/[\\%]/g, '\\$&')
}
