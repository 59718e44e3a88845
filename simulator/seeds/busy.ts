/** A working day: sessions open, products arrive and are processed while the world runs. */
import type { Archive } from '../archive'
import { startTraffic } from '../traffic'
import type { SourcePlan } from './quiet'
import { addHistory } from './quiet'

const PLANS: readonly SourcePlan[] = [
  { source: 'scan-alpha', profile: 'acquired', sessions: 12, troubled: 0.1 },
  { source: 'sensor-b', profile: 'featured', sessions: 12, troubled: 0.1 },
  { source: 'direct-c', profile: 'direct', sessions: 10, troubled: 0.1 },
  { source: 'survey-east', profile: 'acquired', sessions: 20, troubled: 0.05, isAutomatic: true },
  { source: 'mosaic', profile: 'direct', sessions: 8, troubled: 0.1 },
  { source: 'prep-beacons', profile: 'prepared', sessions: 8, troubled: 0.1 },
]

export function fillBusy(archive: Archive): void {
  for (const plan of PLANS) addHistory(archive, plan)
  archive.storages.keep('tape-2', ['mosaic'])
  archive.storages.limit('disk-online', 0.74)
  startTraffic(archive, ['scan-alpha', 'sensor-b', 'survey-east', 'prep-beacons'])
}
