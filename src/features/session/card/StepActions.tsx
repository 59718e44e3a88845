/** The buttons of a card: those of its catalogue row that apply now, in the row's order. */
import { Suspense, lazy, useCallback, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { showRecords } from '@/domain/board-view'
import { LIST_RIGHTS } from '@/domain/rights'
import type { SessionRef, Step, StepType } from '@/domain/session'
import type { OfferedSee } from '@/domain/step-actions'
import { isSee, offeredActions } from '@/domain/step-actions'
import { isRelaunchable, stepDefinition } from '@/domain/step-catalogue'
import { useFormat } from '@/i18n/format'
import { useMissingRightText } from '@/i18n/missing-right'
import { useMissingRight } from '@/queries/rights'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { useBoardView } from '@/url/useBoardView'
import { RelaunchButton } from '../relaunch/RelaunchButton'
import styles from './card.module.css'
import { loadRelaunchDialog } from '../load-dialogs'
import type { FollowedRelaunch } from '../useFollowing'

const RelaunchDialog = lazy(loadRelaunchDialog)

interface SeeButtonProps {
  readonly offered: OfferedSee
  readonly type: StepType
  readonly hasErrors: boolean
}

/** "See errors (7)": opens its list; always shown, with the reason when this user has no right to it. */
function SeeButton({ offered: { action, count }, type, hasErrors }: SeeButtonProps) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const [, updateView] = useBoardView()
  const { id, list } = action
  const refusal = useMissingRightText(useMissingRight(LIST_RIGHTS[list]))
  // From a card in error the list selects the storage with most errors.
  const opened = list === 'storages' && hasErrors ? 'storageErrors' : list
  const isOwnWord = type === 'ACQUISITION' && (id === 'seeReferenced' || id === 'seeErrors')
  const label = isOwnWord ? t(`see.ofAcquisition.${id}`) : t(`see.${id}`)
  return (
    <ReasonedButton
      reason={refusal}
      aria-haspopup="dialog"
      // In the list of storages one may be selected by the time it closes.
      data-opens={list === 'storages' ? 'storages storageErrors' : list}
      onClick={() => updateView(view => showRecords(view, { list: opened }))}
    >
      {count === undefined ? label : t('see.counted', { label, figure: exact(count) })}
    </ReasonedButton>
  )
}

interface Props {
  readonly sessionRef: SessionRef
  readonly step: Step
  /** How far a relaunch of this step has come, and the current time. */
  readonly followed: { readonly of: FollowedRelaunch; readonly now: number } | undefined
}

/** A step of a newer REGARDS has none; a dialog stays open without its button. */
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
        <div className={styles['offers']}>
          {offers.map(offered => {
            if (isSee(offered))
              return (
                <SeeButton
                  key={offered.action.id}
                  offered={offered}
                  type={definition.type}
                  hasErrors={step.state.errors > 0}
                />
              )
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
        </div>
      )}
      {isOpen && isRelaunchable(stepId) && (
        <Suspense fallback={null}>
          <RelaunchDialog sessionRef={sessionRef} stepId={stepId} step={step} followed={followed?.of} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
