/** Where the last sessions of a source are shown: in its row, and above its sessions. Their code comes when the page is idle. */
import type { ComponentType } from 'react'
import { Suspense, lazy } from 'react'
import type { Session } from '@/domain/session'
import { loadMessages } from '@/i18n/i18n'
import type { SparseList } from '@/queries/useSparseList'
import { usePreferences } from '@/stores/preferences'

/** After the first rows, in milliseconds. */
const REST = 1_000

interface Parts {
  readonly RowPulse: ComponentType<RowProps>
  readonly HeadPulse: ComponentType<HeadProps>
}

const Nothing = () => null

async function load(): Promise<Parts> {
  await new Promise(resolve => setTimeout(resolve, REST))
  try {
    return (await Promise.all([import('./Pulse'), loadMessages(['pulse'])]))[0]
  } catch {
    // Without it a row is whole all the same.
    return { RowPulse: Nothing, HeadPulse: Nothing }
  }
}

const Row = lazy(async () => ({ default: (await load()).RowPulse }))
const Head = lazy(async () => ({ default: (await load()).HeadPulse }))

interface RowProps {
  readonly source: string
  /** When it last changed. */
  readonly date: string | undefined
}

export function PulseCell(props: RowProps) {
  return (
    <Suspense>
      <Row {...props} />
    </Suspense>
  )
}

interface HeadProps {
  readonly source: string
  readonly list: SparseList<Session>
}

export function SourcePulse(props: HeadProps) {
  const isWanted = usePreferences(({ pulse }) => pulse)
  return (
    isWanted && (
      <Suspense>
        <Head key={props.source} {...props} />
      </Suspense>
    )
  )
}
