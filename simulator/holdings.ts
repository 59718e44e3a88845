/** Which work items are products that can be listed and deleted. */
import type { Sort } from './step-items'
import { GONE, MARKED } from './items'

/** A product of a chain. */
export const isProduct = ({ kind, status }: Sort): boolean => kind === 'product' && status !== GONE

/** An OAIS product with its files: requests still at work are none, deleted ones are none any more. */
export const isStored = ({ kind, status }: Sort): boolean => kind === 'ingestRequest' && status === 'STORED'

/** An OAIS product as long as rs-ingest lists it. */
export const isReferenced = (sort: Sort): boolean =>
  isStored(sort) || (sort.kind === 'ingestRequest' && sort.status === MARKED)

/** A GeoJSON product. */
export const isFeature = ({ kind, status }: Sort): boolean => kind === 'CREATION' && status === 'SUCCESS'
