/** What is wrong with config.json, in place of the dashboard. */
import { useTranslation } from '@/i18n/translation'
import { LANGUAGE_CODES } from '@/domain/languages'
import { useScheme } from '@/features/shell/useScheme'
import { useChosenLanguage } from './App'
import { PlainPage } from './PlainPage'
import type { ConfigurationFault } from './run-time-config'

export function ConfigurationFaultPage({ fault }: { readonly fault: ConfigurationFault }) {
  const { t } = useTranslation('pages')
  useChosenLanguage()
  useScheme()
  const text =
    fault.kind === 'wrongKey'
      ? t('config.wrongKey', {
          key: fault.key,
          expected: t(`config.expected.${fault.key}`, { languages: LANGUAGE_CODES.join(', ') }),
        })
      : t(`config.${fault.kind}`)
  return (
    <PlainPage title={t('config.title')}>
      <p role="alert">{text}</p>
      <p>{t('config.nothingAsked')}</p>
    </PlainPage>
  )
}
