/** Words of what is far from the usual, and of two sessions side by side, in English. */
export const usual = {
  first: 'First session of this source',
} as const
