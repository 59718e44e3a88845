/** The orders that take exactly one session: what each takes, how far it has come, what became of it. */
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExactPart, ExactPartId } from '@/domain/deletion-reach'
import type { DeletionProgress, ExactOutcome, ExactPartReport } from '@/domain/exact-outcome'
import { rightName } from '@/domain/relaunch'
import type { SessionRef } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useOutcomeText } from '@/i18n/outcome-words'
import { stopDeletion, useDeletionProgress } from '@/queries/deletion-progress'

const Parts = styled('ul')({ margin: '4px 0 12px', paddingInlineStart: '1.25em' })

const Said = styled('span')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'block',
  color: (theme.vars ?? theme).palette.text.secondary,
  overflowWrap: 'anywhere',
  '&[data-failed=true]': { color: (theme.vars ?? theme).palette.error.main },
}))

/** How far a part has come, in words. */
export function useProgressText(): (progress: DeletionProgress) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  return ({ phase, done, total }) => t(`exact.progress.${phase}`, { done: exact(done), total: exact(total) })
}

function useExactOutcomeText(): (outcome: ExactOutcome) => string {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const text = useOutcomeText()
  return outcome => {
    switch (outcome.kind) {
      case 'accepted':
      case 'stopped':
        return t(`exact.outcome.${outcome.kind}`, { ordered: exact(outcome.ordered), total: exact(outcome.total) })
      case 'failed': {
        const words = { ordered: exact(outcome.ordered), total: exact(outcome.total), text: text(outcome.outcome) }
        return t('exact.outcome.failed', words)
      }
      case 'changed':
        return t('exact.outcome.changed', { figure: exact(outcome.now) })
      case 'gone':
      case 'nothing':
      case 'notSent':
        return t(`exact.outcome.${outcome.kind}`)
    }
  }
}

/** Nothing, or not all, of it was ordered. */
const hasFailed = ({ kind }: ExactOutcome) => kind !== 'accepted' && kind !== 'nothing'

/** Ends the orders between two of them. */
function StopButton({ sessionRef }: { readonly sessionRef: SessionRef }) {
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

interface Props {
  readonly sessionRef: SessionRef
  readonly parts: readonly ExactPart[]
  /** The orders are under way. */
  readonly isPending: boolean
  /** What became of them. */
  readonly reports: readonly ExactPartReport[] | undefined
}

export function ExactParts({ sessionRef, parts, isPending, reports }: Props) {
  const { t } = useTranslation('deletion')
  const { exact } = useFormat()
  const progress = useDeletionProgress(sessionRef)
  const progressText = useProgressText()
  const outcomeText = useExactOutcomeText()

  const said = (id: ExactPartId) => {
    const outcome = reports?.find(({ part }) => part === id)?.outcome
    if (outcome !== undefined) {
      const { outcome: part } = outcome.kind === 'failed' ? outcome : { outcome: undefined }
      const messages = part?.kind === 'refused' ? part.messages : []
      return (
        <Said data-failed={hasFailed(outcome)}>
          {[outcomeText(outcome), ...messages.map(message => `“${message}”`)].join(' ')}
        </Said>
      )
    }
    const now = isPending ? progress[id] : undefined
    return now === undefined ? null : <Said>{progressText(now)}</Said>
  }
  return (
    <>
      <Typography component="h3" variant="subtitle2">
        {t('exact.title')}
      </Typography>
      <Parts aria-live="polite">
        {parts
          .filter(({ count, isPossible }) => count !== 0 || !isPossible)
          .map(({ id, count, right, isPossible }) => (
            <li key={id}>
              {count === undefined
                ? t(`exact.uncounted.${id}`)
                : t(`exact.part.${id}`, { count, figure: exact(count) })}
              {isPossible ? (
                reports === undefined && !isPending && <Said>{t('exact.right', { right: rightName(right) })}</Said>
              ) : (
                <Said>{t(count === undefined ? 'exact.notCounted' : 'exact.impossible')}</Said>
              )}
              {said(id)}
            </li>
          ))}
      </Parts>
      {isPending && <StopButton sessionRef={sessionRef} />}
    </>
  )
}
