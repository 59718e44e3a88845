/** Words of the components that know nothing of REGARDS, in English. */
export const common = {
  retry: 'Retry',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading…',
  pending: 'Please wait…',
  copy: {
    byHand: 'The browser did not copy the text. It is selected: press {{keys}}.',
    text: 'Text to copy',
  },
  emptyName: '(empty name)',
  derived: 'a sum made by this page',
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
    status: 'Status {{status}}',
    fromServer: 'What the server says:',
    detail: 'Raw answer',
    more: 'Show all',
    less: 'Show less',
  },
  age: {
    asked: 'asked {{age}}',
    stale: 'Showing what was known {{age}}.',
  },
  notices: {
    region: 'Messages',
    close: 'Close this message',
    times_one: '({{count}} time)',
    times_other: '({{count}} times)',
  },
  crash: {
    title: 'This part of the page stopped working',
    text: 'It is a fault of the dashboard, not of REGARDS. Nothing you ordered was undone.',
    again: 'Show it again',
  },
} as const
