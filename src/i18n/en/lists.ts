/** Words of a list that is empty or not whole, in English. */
export const lists = {
  cut: {
    first: 'Only the first {{figure}} in this order. One state alone shows all.',
    latest: 'Only the latest {{figure}}, by urgency.',
    range: 'Only the latest {{figure}} of this time range.',
    ofRange: 'Looked for among the latest {{figure}} sessions of this time range.',
    compared: 'Changed: compared for the latest {{figure}} sessions only.',
    moved: 'Rows moved while loading. Some may be missing.',
    looked: 'Stalled and left out: looked for in {{read}} of {{total}} sessions.',
  },
  attention: {
    none: 'Nothing needs you',
    asOf: 'As of {{time}}',
  },
  noneLooked: { stalled: 'No stalled sessions', leftOut: 'No sessions with products left out' },
  empty: {
    sources: 'No sources yet',
    sessions: 'No sessions yet',
    sourcesText: 'A source appears here with its first data.',
    sessionsText: 'A session appears here with the first data of a run.',
    errors: { sources: 'No sources in error', sessions: 'No sessions in error' },
    waiting: { sources: 'No sources waiting', sessions: 'No sessions waiting' },
    running: { sources: 'No sources running', sessions: 'No sessions running' },
    filtered: { sources: 'No matching sources', sessions: 'No matching sessions' },
    letterCase: 'The name filter is case-sensitive. Did you mean:',
    letterCaseOnly: 'The name filter is case-sensitive. % matches any text, _ any one character.',
  },
} as const
