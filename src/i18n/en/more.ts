/** Words of the menu of a list, in English. */
export const more = {
  seen: 'Mark as seen',
  causes: 'Causes of errors…',
} as const
