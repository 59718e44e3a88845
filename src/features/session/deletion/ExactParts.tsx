/** The exact deletions of one session: what each deletes, its progress and its outcome. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { ExactPart, ExactPartId } from '@/domain/deletion-reach'
import type { ExactOutcome, ExactPartReport } from '@/domain/exact-outcome'
import type { Right } from '@/domain/rights'
import { rightName } from '@/domain/rights'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useExactOutcomeText, useExactReportText, useProgressText } from '@/i18n/deletion-words'
import { stopDeletion, useDeletionProgress } from '@/queries/deletion-progress'
import { useMissingRight } from '@/queries/rights'
import { announce } from '@/ui/announce'
import { Points } from '@/ui/PointList'

const Said = styled('span')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'block',
  color: theme.vars.palette.text.secondary,
  overflowWrap: 'anywhere',
  '&[data-failed=true]': { color: theme.vars.palette.error.main },
}))

/** It was requested in part or not at all. */
const hasFailed = ({ kind }: ExactOutcome) => kind !== 'accepted' && kind !== 'nothing'

/** Stops between two calls. */
export function StopButton({ sessionRef }: { readonly sessionRef: SessionRef }) {
  const { t } = useTranslation('deletion')
  const [isStopping, setStopping] = useState(false)
  return (
    <Button
      size="small"
      variant="outlined"
      aria-disabled={isStopping}
      onClick={() => {
        setStopping(true)
        stopDeletion(sessionRef)
      }}
    >
      {t(isStopping ? 'exact.stopping' : 'exact.stop')}
    </Button>
  )
}

/** The right a part needs; nothing for who has it. */
function MissingRight({ right }: { readonly right: Right }) {
  const { t } = useTranslation('deletion')
  return useMissingRight(right) === undefined ? null : <Said>{t('exact.right', { right: rightName(right) })}</Said>
}

interface Props {
  readonly title: string
  readonly sessionRef: SessionRef
  readonly parts: readonly ExactPart[]
  /** The deletions are running, wherever they were confirmed. */
  readonly isRunning?: boolean
  /** Their outcomes. */
  readonly reports?: readonly ExactPartReport[] | undefined
}

export function ExactParts({ title, sessionRef, parts, isRunning = false, reports }: Props) {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const progress = useDeletionProgress(sessionRef)
  const progressText = useProgressText()
  const outcomeText = useExactOutcomeText()
  const reportText = useExactReportText()

  // Progress changes with every call: only the outcome is announced.
  const sayReports = useEffectEvent(() => {
    if (reports !== undefined) announce(reportText(reports))
  })
  const hasReports = reports !== undefined
  useEffect(() => sayReports(), [hasReports])

  const said = (id: ExactPartId) => {
    const outcome = reports?.find(({ part }) => part === id)?.outcome
    if (outcome !== undefined) {
      return <Said data-failed={hasFailed(outcome)}>{outcomeText(outcome)}</Said>
    }
    const now = isRunning ? progress[id] : undefined
    return now === undefined ? null : <Said>{progressText(now)}</Said>
  }
  return (
    <>
      <Typography component="h3" variant="subtitle2">
        {title}
      </Typography>
      <Points>
        {parts
          .filter(({ count, isPossible }) => count !== 0 || !isPossible)
          .map(({ id, count, right, isPossible }) => (
            <li key={id}>
              {count === undefined
                ? t(`exact.uncounted.${id}`)
                : t(`exact.part.${id}`, { count, figure: exact(count) })}
              {isPossible ? (
                reports === undefined && !isRunning && <MissingRight right={right} />
              ) : (
                <Said>{t(count === undefined ? 'exact.notCounted' : 'exact.impossible')}</Said>
              )}
              {said(id)}
            </li>
          ))}
      </Points>
      {isRunning && <StopButton sessionRef={sessionRef} />}
    </>
  )
}
