/** Words of the lists behind "See ...", in English. */
export const records = {
  title: 'List',
} as const
