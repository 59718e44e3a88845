/** The buttons of a card: those of its catalogue row that apply now, in the row's order. */
import Stack from '@mui/material/Stack'
import { Suspense, lazy, useCallback, useState } from 'react'
import type { SessionRef, Step } from '@/domain/session'
import { isSee, offeredActions } from '@/domain/step-actions'
import { isRelaunchable, stepDefinition } from '@/domain/step-catalogue'
import { RelaunchButton } from '../relaunch/RelaunchButton'
import { SeeButton } from './SeeButton'
import { loadRelaunchDialog } from '../load-dialogs'
import type { FollowedRelaunch } from '../useFollowing'

const RelaunchDialog = lazy(loadRelaunchDialog)

interface Props {
  readonly sessionRef: SessionRef
  readonly step: Step
  /** How far a relaunch of this step has come, and the time it is told at. */
  readonly followed: { readonly of: FollowedRelaunch; readonly now: number } | undefined
}

/** A step of a newer REGARDS has none; a dialog outlives the button that opened it. */
export function StepActions({ sessionRef, step, followed }: Props) {
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
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
            return (
              <RelaunchButton
                key="relaunch"
                sessionRef={sessionRef}
                stepId={stepId}
                count={offered.count}
                followed={followed}
                onClick={() => setOpen(true)}
              />
            )
          })}
        </Stack>
      )}
      {isOpen && isRelaunchable(stepId) && (
        <Suspense fallback={null}>
          <RelaunchDialog sessionRef={sessionRef} stepId={stepId} step={step} followed={followed?.of} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
