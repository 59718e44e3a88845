/** "No change for 2 h": a step is running and no counter has changed. */
import { useTranslation } from '@/i18n/translation'
import { sessionStall, stepStall } from '@/domain/stall'
import type { Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useTypeWord } from '@/i18n/type-word'
import { usePreferences } from '@/stores/preferences'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { useServerNow } from '@/ui/useNow'
import styles from './session.module.css'

export function StallHint({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { duration } = useFormat()
  const minutes = usePreferences(preferences => preferences.noNewsMinutes)
  const age = stepStall(step, useServerNow(30_000), minutes)
  if (age === undefined) return null
  const words = { duration: duration(age) }
  return (
    <InfoTooltip hint={t('noNewsHint', words)}>
      <span className={styles['stalled']}>{t('noNews', words)}</span>
    </InfoTooltip>
  )
}

/** For the header of the session: the step with the longest time without a change. */
export function SessionStall({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('session')
  const { duration } = useFormat()
  const typeWord = useTypeWord()
  const minutes = usePreferences(preferences => preferences.noNewsMinutes)
  const stall = sessionStall(steps, useServerNow(30_000), minutes)
  if (stall === undefined) return null
  return (
    <span className={styles['stalled']}>
      {t('noNewsIn', { duration: duration(stall.age), step: typeWord(stall.type) })}
    </span>
  )
}
