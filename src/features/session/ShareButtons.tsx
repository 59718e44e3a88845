/** The open session for a colleague: its link, or its figures as text for a ticket. */
import { useTranslation } from '@/i18n/translation'
import { STEP_TYPES, totalCounters } from '@/domain/session'
import type { Session, Step, StepType } from '@/domain/session'
import { inCatalogueOrder, stepDefinition } from '@/domain/step-catalogue'
import { setAsideCount } from '@/domain/step-reading'
import { useFormat } from '@/i18n/format'
import { nameText } from '@/i18n/isolate'
import { useStepWords } from '@/i18n/step-words'
import { useTypeWord } from '@/i18n/type-word'
import { useCredentials } from '@/stores/credentials'
import { pageNow } from '@/stores/server-clock'
import { NamedIconButton } from '@/ui/NamedIconButton'
import { useCopy } from '@/ui/useCopy'
import { useServerTime } from '@/ui/useNow'

/**
 * A session in six lines of plain text, with its numbers and the time, for a ticket.
 * @param answeredAt when REGARDS gave these figures, in milliseconds by its clock
 */
function useSessionText(): (session: Session, answeredAt: number, address: string) => string {
  const { t } = useTranslation('session')
  const { exact, date } = useFormat()
  const typeWord = useTypeWord()
  const words = useStepWords()
  const project = useCredentials(({ identity }) => identity?.project ?? '')

  const stepText = (step: Step): string => {
    const flow = stepDefinition(step.stepId)?.flow
    const { errors, running, waiting } = totalCounters([step])
    const figures = t('share.figures', {
      ...{ errors: exact(errors), running: exact(running), waiting: exact(waiting) },
      setAside: exact(setAsideCount([step])),
    })
    const { title } = words(step.stepId)
    if (flow === undefined || flow === null) return t('share.step', { title, figures })
    const unit = (name: 'in' | 'out', n: number) => `${exact(n)} ${t(`unit.${flow[name]}`, { count: Math.abs(n) })}`
    const ends = { in: unit('in', step.inputRelated), out: unit('out', step.outputRelated) }
    return t('share.stepWithFlow', { title, figures, ...ends })
  }

  const typeText = (steps: readonly Step[], type: StepType): string => {
    const own = inCatalogueOrder(steps.filter(step => step.type === type)).map(stepText)
    return t('share.line', { type: typeWord(type), text: own.length === 0 ? t('share.none') : own.join('; ') })
  }

  return ({ source, name, steps, lastUpdateDate }, answeredAt, address) =>
    [
      t('share.head', { source, session: nameText(name), project }),
      ...STEP_TYPES.map(type => typeText(steps, type)),
      t('share.foot', {
        asked: date(new Date(answeredAt).toISOString()),
        url: address,
        changed: lastUpdateDate === undefined ? t('noDate') : date(lastUpdateDate),
      }),
    ].join('\n')
}

interface Props {
  readonly session: Session
  /** When REGARDS gave its figures; 0 while the list row is used. */
  readonly answeredAt: number
}

export function ShareButtons({ session, answeredAt }: Props) {
  const { t } = useTranslation('session')
  const copy = useCopy()
  const text = useSessionText()
  const serverTime = useServerTime()
  // The address holds everything shown.
  const link = () => window.location.href
  return (
    <>
      <NamedIconButton name={t('share.copyLink')} icon="link" onClick={() => copy(link(), t('share.linkCopied'))} />
      <NamedIconButton
        name={t('share.copyText')}
        icon="article"
        onClick={() => copy(text(session, serverTime(answeredAt || pageNow()), link()), t('share.textCopied'))}
      />
    </>
  )
}
