/** The loss line: one sentence, the lanes of products and files as a picture, and the same figures as tables with the books. */
import { useId, useMemo, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { lossLine } from '@/domain/loss-line'
import { outsideOf, summaryOf } from '@/domain/loss-summary'
import type { Session } from '@/domain/session'
import { PlainButton } from '@/ui/PlainButton'
import { Books } from './Books'
import { LossFrame } from './LossFrame'
import { LossLane } from './LossLane'
import { LossTable } from './LossTable'
import { useOutsideText, useSentence } from './loss-words'

export interface LossPanelProps {
  readonly session: Session
}

export function LossPanel({ session: { steps } }: LossPanelProps) {
  const { t } = useTranslation('loss')
  const id = useId()
  const [isWritten, setWritten] = useState(false)
  const sentence = useSentence()
  const outside = useOutsideText()(outsideOf(steps))
  const lanes = useMemo(() => lossLine({ steps }), [steps])
  const used = lanes.filter(({ stages }) => stages.some(({ value }) => value !== undefined))
  return (
    <LossFrame aria-labelledby={id}>
      <h3 id={id}>{t('title')}</h3>
      <p>{sentence(summaryOf(lanes))}</p>
      {outside !== undefined && <p>{outside}</p>}
      <div data-lanes>
        {used.map(lane => (
          <LossLane key={lane.id} lane={lane} />
        ))}
      </div>
      <PlainButton data-details aria-expanded={isWritten} onClick={() => setWritten(!isWritten)}>
        {t('details')}
      </PlainButton>
      {isWritten && (
        <div data-written>
          <div data-lanes>
            {used.map(lane => (
              <LossTable key={lane.id} lane={lane} />
            ))}
          </div>
          <Books steps={steps} />
        </div>
      )}
    </LossFrame>
  )
}
