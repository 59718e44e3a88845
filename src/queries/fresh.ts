/** REGARDS folds its counters every 5 s: nothing is new before (docs/regards-api/sessions.md 3). */
export const FRESH = 5_000
