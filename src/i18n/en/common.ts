/** Words of the components that know nothing of REGARDS, in English. */
export const common = {
  retry: 'Retry',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading…',
  pending: 'Please wait…',
  copy: {
    byHand: 'Copy failed: the browser blocked it. The text is selected: press {{keys}}.',
    text: 'Text to copy',
  },
  emptyName: '(empty name)',
  derived: 'Calculated by the dashboard',
  lines_one: 'Show the {{count}} line',
  lines_other: 'Show all {{count}} lines',
  table: {
    sortBy: 'Sort by {{column}}',
    notLoaded: 'Row {{index}}, loading',
  },
  search: {
    suggestions: 'Suggestions',
    found_one: '{{count}} suggestion',
    found_other: '{{count}} suggestions',
  },
  error: {
    status: 'HTTP {{status}}',
    fromServer: 'Server message:',
    detail: 'Raw response',
    more: 'Show all',
    less: 'Show less',
  },
  age: {
    asked: 'Refreshed {{age}}',
    stale: 'Showing data from {{age}}.',
  },
  notices: {
    region: 'Messages',
    close: 'Close message',
    times_one: '({{count}} time)',
    times_other: '({{count}} times)',
  },
  crash: {
    title: 'This part stopped working',
    text: 'This is a bug in the dashboard, not in REGARDS. Relaunches and deletions already sent are not affected.',
    again: 'Reload this part',
  },
  part: {
    failed: 'Could not load this part of the page. Try again, or reload the page.',
    reload: 'Reload the page',
  },
} as const
