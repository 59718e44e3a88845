/** "No news for 2 h": work is running and no counter has moved. Words, never a verdict (screens.md, two ages). */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { sessionSilence, stepSilence } from '@/domain/stall'
import type { Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useTypeWord } from '@/i18n/type-word'
import { usePreferences } from '@/stores/preferences'
import { Explained } from '@/ui/InfoTooltip'
import { useServerNow } from '@/ui/useNow'

export function NoNews({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { duration } = useFormat()
  const minutes = usePreferences(preferences => preferences.noNewsMinutes)
  const age = stepSilence(step, useServerNow(30_000), minutes)
  if (age === undefined) return null
  const words = { duration: duration(age) }
  return (
    <Explained hint={t('noNewsHint', words)}>
      <Typography component="span" variant="body2" sx={{ color: 'warning.main' }}>
        {t('noNews', words)}
      </Typography>
    </Explained>
  )
}

/** For the head of the session: the step that has stood still for longest, by name. */
export function StandsStill({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('session')
  const { duration } = useFormat()
  const typeWord = useTypeWord()
  const minutes = usePreferences(preferences => preferences.noNewsMinutes)
  const silence = sessionSilence(steps, useServerNow(30_000), minutes)
  if (silence === undefined) return null
  return (
    <Typography component="span" variant="body2" sx={{ color: 'warning.main' }}>
      {t('noNewsIn', { duration: duration(silence.age), step: typeWord(silence.type) })}
    </Typography>
  )
}
