/** Words of the menu of a list, in English. */
export const more = {
  seen: 'Mark as seen',
  watch: 'Watch this list',
  causes: 'Causes of errors…',
  totals: 'Compare totals with sessions',
} as const
