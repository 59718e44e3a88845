/** Words of the menu of a list, in English. */
export const more = {
  seen: 'Mark as seen',
  watch: 'Watch this list',
} as const
