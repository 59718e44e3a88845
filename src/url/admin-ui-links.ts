/** Links into the REGARDS administration, one function per page (docs/regards-api/actions.md 4). Optional: its versions differ. */
import type { SessionRef } from '@/domain/session'

/** Which administration, and which of its projects. */
export interface AdminUi {
  /** Without a slash at its end. */
  readonly url: string
  readonly project: string
}

type Query = Readonly<Record<string, string>>

/** A page under `data/acquisition`; each value is encoded once. */
function page({ url, project }: AdminUi, path: string, query: Query = {}): string {
  const text = new URLSearchParams(query).toString()
  // That interface decodes %20 everywhere, and a plus only in some places.
  const suffix = text === '' ? '' : `?${text.replaceAll('+', '%20')}`
  return `${url}/admin/${encodeURIComponent(project)}/data/acquisition/${path}${suffix}`
}

/** Several values in one string, as its filters read them; the mode is always "include". */
const values = (...all: readonly string[]) =>
  JSON.stringify({ values: all.join(','), matchMode: 'STRICT', ignoreCase: true })

const ofOwner = ({ source, name }: SessionRef): Query => ({ sessionOwner: source, session: name })
const ofSource = ({ source, name }: SessionRef): Query => ({ source, session: name })

export function dashboardPage(ui: AdminUi, ref: SessionRef): string {
  return page(ui, 'dashboard/monitor', ofSource(ref))
}

export function chainsPage(ui: AdminUi, source: string): string {
  return page(ui, 'dataprovider/chains', { label: source })
}

export function oaisProductsPage(ui: AdminUi, ref: SessionRef): string {
  return page(ui, 'oais/featureManager/aips', ofOwner(ref))
}

export function oaisRequestsPage(ui: AdminUi, ref: SessionRef, state: 'ERROR' | 'WAITING_VERSIONING_MODE'): string {
  return page(ui, 'oais/featureManager/requests', { ...ofOwner(ref), requestStates: values(state) })
}

export function featuresPage(ui: AdminUi, ref: SessionRef, isPending = false): string {
  return page(ui, 'featuremanager/monitor', { ...ofSource(ref), ...(isPending && { disseminationStatus: 'PENDING' }) })
}

/** @param type CREATION, UPDATE, DELETION or NOTIFICATION */
export function featureRequestsPage(ui: AdminUi, ref: SessionRef, type: string): string {
  return page(ui, `featuremanager/monitor/${encodeURIComponent(type)}`, { ...ofSource(ref), states: values('ERROR') })
}

export function workerRequestsPage(
  ui: AdminUi,
  ref: SessionRef,
  ...statuses: readonly ('ERROR' | 'INVALID_CONTENT' | 'NO_WORKER_AVAILABLE')[]
): string {
  return page(ui, 'datapreparation/requests', { ...ofSource(ref), statuses: values(...statuses) })
}

export function storagesPage(ui: AdminUi): string {
  return page(ui, 'storage/storages')
}

export function crawlsPage(ui: AdminUi): string {
  return page(ui, 'datasource/monitor')
}
