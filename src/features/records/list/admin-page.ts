/** From a list to the page of the REGARDS administration that shows the same. Exhaustive by type. */
import type { RecordListId } from '@/domain/record-list'
import type { SessionRef } from '@/domain/session'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import type { AdminUi } from '@/url/admin-ui-links'
import * as pages from '@/url/admin-ui-links'

type PageOf = (ui: AdminUi, ref: SessionRef, part: string | undefined) => string

/** The administration has no list of the products of a chain: the link opens the chain. */
const chain: PageOf = (ui, { source }) => pages.chainsPage(ui, source)

const PAGES: Readonly<Record<RecordListId, PageOf>> = {
  chains: chain,
  productErrors: chain,
  productsIncomplete: chain,
  oaisProducts: pages.oaisProductsPage,
  oaisErrors: (ui, ref) => pages.oaisRequestsPage(ui, ref, 'ERROR'),
  oaisWaiting: (ui, ref) => pages.oaisRequestsPage(ui, ref, 'WAITING_VERSIONING_MODE'),
  features: (ui, ref) => pages.featuresPage(ui, ref),
  featureErrors: (ui, ref, type = 'CREATION') => pages.featureRequestsPage(ui, ref, type),
  workerErrors: (ui, ref) => pages.workerRequestsPage(ui, ref, 'ERROR', 'INVALID_CONTENT'),
  workerWaiting: (ui, ref) => pages.workerRequestsPage(ui, ref, 'NO_WORKER_AVAILABLE'),
  storages: pages.storagesPage,
  storageErrors: pages.storagesPage,
  crawls: pages.crawlsPage,
  pendingDissemination: (ui, ref) => pages.featuresPage(ui, ref, true),
}

/** The address of that page; undefined when config.json names no administration. */
export function useAdminPage(list: RecordListId, ref: SessionRef, part: string | undefined): string | undefined {
  const url = useConfiguration(({ adminUiUrl }) => adminUiUrl)
  const project = useCredentials(({ identity }) => identity?.project)
  return url === undefined || project === undefined ? undefined : PAGES[list]({ url, project }, ref, part)
}
