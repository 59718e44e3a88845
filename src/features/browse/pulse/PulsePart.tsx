/** The last sessions of a source, in its row and above its sessions. Its code comes when the page is idle. */
import type { ComponentType } from 'react'
import { Suspense, lazy } from 'react'
import { loadMessages } from '@/i18n/i18n'
import type { PulseProps } from './Pulse'

/** After the first rows, in milliseconds. */
const REST = 1_000

const Pulse = lazy(async (): Promise<{ readonly default: ComponentType<PulseProps> }> => {
  await new Promise(resolve => setTimeout(resolve, REST))
  try {
    return { default: (await Promise.all([import('./Pulse'), loadMessages(['session'])]))[0].Pulse }
  } catch {
    // Without it the lists are whole all the same.
    return { default: () => null }
  }
})

export function PulsePart(props: PulseProps) {
  return (
    <Suspense>
      <Pulse {...props} />
    </Suspense>
  )
}
