/** Words of the demo accounts, in English. */
export const demo = {
  title: 'Simulated REGARDS: sign in with one click',
  can: {
    EXPLOIT: 'View, relaunch (except storage), delete products',
    ADMIN: 'Also: chain products, files in error, relaunch storage',
    PROJECT_ADMIN: 'Everything',
  },
} as const
