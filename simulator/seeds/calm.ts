/** A good morning: everything ended well, some sources have been idle for weeks. */
import type { Archive } from '../archive'
import type { SourcePlan } from './quiet'
import { addHistory } from './quiet'

const PLANS: readonly Omit<SourcePlan, 'troubled'>[] = [
  { source: 'scan-alpha', profile: 'acquired', sessions: 14 },
  { source: 'sensor-b', profile: 'featured', sessions: 12 },
  { source: 'direct-c', profile: 'direct', sessions: 10 },
  { source: 'survey-east', profile: 'acquired', sessions: 16, isAutomatic: true },
  { source: 'survey-west', profile: 'acquired', sessions: 9, isAutomatic: true },
  { source: 'mosaic', profile: 'direct', sessions: 8 },
  { source: 'beacons', profile: 'featured', sessions: 9 },
  { source: 'prep-beacons', profile: 'prepared', sessions: 6 },
]

export function fillCalm(archive: Archive): void {
  for (const plan of PLANS) addHistory(archive, { ...plan, troubled: 0 })
  archive.storages.keep('tape-2', ['mosaic', 'survey-west'])
  archive.storages.limit('disk-online', 0.63)
  archive.source('emptied')
  archive.addSession({ source: 'idle', name: 'nothing yet', recipe: [], updatedAt: undefined })
}
