/** Words of the last sessions of a source, in English. */
export const pulse = {
  summary_one: 'Last session of {{source}}: {{states}}',
  summary_other: 'Last {{figure}} sessions of {{source}}: {{states}}',
  mark: '{{session}}: {{figures}}. Created {{date}}',
  undated: '{{session}}: {{figures}}',
  products_one: '{{figure}} product',
  products_other: '{{figure}} products',
  noProducts: 'no products counted',
  states: {
    errors: '{{figure}} in error',
    waiting: '{{figure}} waiting',
    running: '{{figure}} running',
    leftOut_one: '{{figure}} left out',
    leftOut_other: '{{figure}} left out',
  },
  sessionsLeftOut: '{{figure}} Ok with products left out',
  sessionsOk: '{{figure}} Ok',
  ok: 'Ok',
  failed: 'Could not load the last sessions',
  again: 'Retry pulse',
} as const
