/** Words of the deletion of products, in English. */
export const deletion = {
  title: 'Delete products of {{session}}',
} as const
