/** ISO-8601 durations as Java writes them (docs/regards-api/actions.md 3.9). */

const FORM = /^P(?:(-?\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+(?:\.\d*)?)S)?)?$/i
const SECONDS = [86_400, 3_600, 60, 1] as const

/** In milliseconds; undefined for a text that is none. */
export function milliseconds(duration: string): number | undefined {
  const parts: readonly (string | undefined)[] | undefined = FORM.exec(duration.trim())?.slice(1)
  if (parts === undefined || parts.every(part => part === undefined)) return undefined
  const seconds = parts.reduce((total, part, place) => total + Number(part ?? 0) * (SECONDS[place] ?? 0), 0)
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined
}
