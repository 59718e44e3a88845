/** Words of the hints of a first visit, in English. */
export const hints = {
  title: 'Hints',
  open: 'Click a session to see its steps and errors.',
  errors: 'Filter by state to see only sessions in error.',
  keyboard: 'Press ? to see keyboard shortcuts.',
  close: 'Close hints',
} as const
