/** rs-dataprovider: acquisition chains. `GET chain-monitoring`, `GET chains/relaunch` (actions.md 2.1, 3.2). */
import type { Chain } from '@/domain/relaunch'
import type { SessionRef } from '@/domain/session'
import { readPage } from './hateoas'
import { ask, order } from './http'
import { allOf } from './paging'
import { chainMonitor } from './schemas'

const SERVICE = 'rs-dataprovider'
const SIZE = 100

/**
 * The chains that bear exactly this label: the server finds those that contain it, and labels are not unique.
 * @throws ServiceError also when one of them cannot be read, since a relaunch depends on it
 */
export async function findChains(label: string, signal?: AbortSignal): Promise<readonly Chain[]> {
  const found = await allOf(SERVICE, page => {
    const query = { label, page, size: SIZE, sort: 'label,asc' }
    return ask({ service: SERVICE, path: 'chain-monitoring', query, signal }, answer =>
      readPage(answer, ({ content }) => chainMonitor.safeParse(content).data),
    )
  })
  return found
    .filter(({ chain }) => chain.label === label)
    .map(({ chain: { id, active: enabled, locked }, active: running, deletionPending, executionBlockers }) => ({
      ...{ id, label, enabled, locked, running, deletionPending, executionBlockers },
    }))
}

/** Orders the products of this session whose generation or ingestion failed to be taken up again. A GET that changes state (actions.md 2.1). */
export function relaunchErrors({ source, name }: SessionRef): Promise<void> {
  return order({ service: SERVICE, path: 'chains/relaunch', query: { chainName: source, session: name } })
}
