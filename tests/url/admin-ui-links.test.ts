/** Addresses of the REGARDS administration, as its own pages read them (docs/regards-api/actions.md 4). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as pages from '@/url/admin-ui-links'

const UI = { url: 'https://regards.example.org/ui', project: 'demo' }
const REF = { source: 'scan-alpha', name: '2025-05-02' }
const BASE = 'https://regards.example.org/ui/admin/demo/data/acquisition'

const read = (address: string) => {
  const { origin, pathname, searchParams } = new URL(address)
  return { page: origin + pathname, query: Object.fromEntries(searchParams) }
}
const including = (values: string) => JSON.stringify({ values, matchMode: 'STRICT', ignoreCase: true })

describe('the page of', () => {
  it.each<[string, string, string, Readonly<Record<string, string>>]>([
    [
      'the dashboard',
      pages.dashboardPage(UI, REF),
      'dashboard/monitor',
      { source: 'scan-alpha', session: '2025-05-02' },
    ],
    ['chains', pages.chainsPage(UI, REF.source), 'dataprovider/chains', { label: 'scan-alpha' }],
    [
      'OAIS products',
      pages.oaisProductsPage(UI, REF),
      'oais/featureManager/aips',
      { sessionOwner: 'scan-alpha', session: '2025-05-02' },
    ],
    [
      'OAIS requests in error',
      pages.oaisRequestsPage(UI, REF, 'ERROR'),
      'oais/featureManager/requests',
      { sessionOwner: 'scan-alpha', session: '2025-05-02', requestStates: including('ERROR') },
    ],
    [
      'OAIS requests that wait',
      pages.oaisRequestsPage(UI, REF, 'WAITING_VERSIONING_MODE'),
      'oais/featureManager/requests',
      { sessionOwner: 'scan-alpha', session: '2025-05-02', requestStates: including('WAITING_VERSIONING_MODE') },
    ],
    [
      'GeoJSON products',
      pages.featuresPage(UI, REF),
      'featuremanager/monitor',
      { source: 'scan-alpha', session: '2025-05-02' },
    ],
    [
      'GeoJSON products on their way',
      pages.featuresPage(UI, REF, true),
      'featuremanager/monitor',
      { source: 'scan-alpha', session: '2025-05-02', disseminationStatus: 'PENDING' },
    ],
    [
      'GeoJSON requests in error',
      pages.featureRequestsPage(UI, REF, 'DELETION'),
      'featuremanager/monitor/DELETION',
      { source: 'scan-alpha', session: '2025-05-02', states: including('ERROR') },
    ],
    [
      'worker requests in error',
      pages.workerRequestsPage(UI, REF, 'ERROR', 'INVALID_CONTENT'),
      'datapreparation/requests',
      { source: 'scan-alpha', session: '2025-05-02', statuses: including('ERROR,INVALID_CONTENT') },
    ],
    ['storages', pages.storagesPage(UI), 'storage/storages', {}],
    ['crawls', pages.crawlsPage(UI), 'datasource/monitor', {}],
  ])('%s', (_, address, path, query) => {
    expect(read(address)).toEqual({ page: `${BASE}/${path}`, query })
  })

  it('names of any kind, each encoded once', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(name, name, (source, session) => {
        const { query } = read(pages.dashboardPage(UI, { source, name: session }))
        expect(query).toEqual({ source, session })
      }),
    )
  })

  it('a project whose name is not made for addresses', () => {
    expect(pages.storagesPage({ ...UI, project: 'a/b c' })).toBe(
      'https://regards.example.org/ui/admin/a%2Fb%20c/data/acquisition/storage/storages',
    )
  })
})
