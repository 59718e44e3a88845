/** The buttons at the foot of a card; of this slice: the relaunch (the catalogue holds the others already). */
import Stack from '@mui/material/Stack'
import { Suspense, lazy, useState } from 'react'
import type { SessionRef, Step } from '@/domain/session'
import { isRelaunchable } from '@/domain/step-catalogue'
import { relaunchableCount } from '@/domain/step-reading'
import { RelaunchButton } from './RelaunchButton'
import { loadRelaunchDialog } from './load-relaunch'

const RelaunchDialog = lazy(loadRelaunchDialog)

/** A step of a newer REGARDS has none; a dialog outlives the button that opened it. */
export function StepActions({ sessionRef, step }: { readonly sessionRef: SessionRef; readonly step: Step }) {
  const [isOpen, setOpen] = useState(false)
  const { stepId } = step
  if (!isRelaunchable(stepId)) return null
  const count = relaunchableCount(step)
  return (
    <>
      {count > 0 && (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <RelaunchButton stepId={stepId} count={count} onClick={() => setOpen(true)} />
        </Stack>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <RelaunchDialog sessionRef={sessionRef} stepId={stepId} step={step} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
