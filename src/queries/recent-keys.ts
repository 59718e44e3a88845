/** Query keys of what compares sessions of a source: not with the first script, which has the others. */
export const recentKeys = {
  /** Of a pulse. */
  recentSessions: (source: string) => ['recentSessions', source] as const,
  /** What a session is compared with; of each session of the source. */
  earlierSessions: (source: string) => ['earlierSessions', source] as const,
  /** Sessions of a source whose names contain a text, to compare one with. */
  otherSessions: (source: string, text: string) => ['otherSessions', source, text] as const,
  /** Of one dialog, for two sessions, each time they are read. */
  causeComparison: (dialog: string, before: number, now: number, round: number) =>
    ['causeComparison', dialog, before, now, round] as const,
}
