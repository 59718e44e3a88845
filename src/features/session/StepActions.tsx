/** The buttons at the foot of a card: those of its catalogue row that apply now, in the row's order. */
import Stack from '@mui/material/Stack'
import { Suspense, lazy, useState } from 'react'
import type { SessionRef, Step } from '@/domain/session'
import { isSee, offeredActions } from '@/domain/step-actions'
import { isRelaunchable, stepDefinition } from '@/domain/step-catalogue'
import { RelaunchButton } from './RelaunchButton'
import { SeeButton } from './SeeButton'
import { loadRelaunchDialog } from './load-relaunch'

const RelaunchDialog = lazy(loadRelaunchDialog)

/** A step of a newer REGARDS has none; a dialog outlives the button that opened it. */
export function StepActions({ sessionRef, step }: { readonly sessionRef: SessionRef; readonly step: Step }) {
  const [isOpen, setOpen] = useState(false)
  const { stepId } = step
  const definition = stepDefinition(stepId)
  if (definition === undefined) return null
  const offers = offeredActions(step)
  return (
    <>
      {offers.length > 0 && (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 0.5, rowGap: 0.5 }}>
          {offers.map(offered => {
            if (isSee(offered)) return <SeeButton key={offered.action.id} offered={offered} type={definition.type} />
            if (!isRelaunchable(stepId)) return null
            return <RelaunchButton key="relaunch" stepId={stepId} count={offered.count} onClick={() => setOpen(true)} />
          })}
        </Stack>
      )}
      {isOpen && isRelaunchable(stepId) && (
        <Suspense fallback={null}>
          <RelaunchDialog sessionRef={sessionRef} stepId={stepId} step={step} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
