/** "No news for 2 h": work is running and no counter has moved. Words, never a verdict (screens.md, two ages). */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Step } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { usePreferences } from '@/stores/preferences'
import { Explained } from '@/ui/Explained'
import { useNow } from '@/ui/useNow'

/** How long a running step has had no news, in milliseconds; undefined while that is no longer than the user minds. */
function silence(step: Step, now: number, minutes: number): number | undefined {
  if (step.state.running <= 0 || step.lastUpdateDate === undefined) return undefined
  const age = now - Date.parse(step.lastUpdateDate)
  return age > minutes * 60_000 ? age : undefined
}

export function NoNews({ step }: { readonly step: Step }) {
  const { t } = useTranslation('session')
  const { duration } = useFormat()
  const minutes = usePreferences(preferences => preferences.noNewsMinutes)
  const age = silence(step, useNow(30_000), minutes)
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
