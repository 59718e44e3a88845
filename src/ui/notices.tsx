/** Short messages: `notify` says one, `Notices` draws them all, its code loaded with the first. */
import { Suspense, useEffect, useState } from 'react'
import { onFirstNotice } from './notice-queue'
import { lazyMui } from './lazy-mui'

export { clearNotices, notify } from './notice-queue'

const NoticeList = lazyMui(async () => ({ default: (await import('./NoticeList')).NoticeList }))

/** Once in the page. */
export function Notices() {
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => onFirstNotice(() => setNeeded(true)), [])
  return <Suspense>{isNeeded && <NoticeList />}</Suspense>
}
