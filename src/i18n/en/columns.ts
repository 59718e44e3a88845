/** Words of the menu in which the columns of a list are chosen, in English. */
export const columns = {
  up: 'Move {{column}} up',
  down: 'Move {{column}} down',
  moved: '{{column}}: {{place}} of {{total}}',
  fixed: 'always shown',
  noRoom: 'no room at this width',
  idle: 'one source only',
  unmarked: 'after Mark as seen',
  keys: 'Alt+↑ and Alt+↓ move a column.',
  reset: 'Reset',
} as const
