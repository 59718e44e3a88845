/** Title, age, refresh, auto-refresh, language, theme, user. */
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useAnsweredAt } from '@/queries/useOutage'
import type { Refresh } from '@/queries/useRefresh'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { AUTO_REFRESH_CHOICES, usePreferences } from '@/stores/preferences'
import { Icon } from '@/ui/Icon'
import { Name } from '@/ui/Name'
import { SelectField } from '@/ui/SelectField'
import { useServerTime } from '@/ui/useNow'
import { Mark } from './Mark'
import { OutageBanner } from './OutageBanner'
import { Help, Language, Theme, Tool, User } from './TopBarTools'
import styles from './shell.module.css'
import type { FrameDialog } from './BarMenus'

interface Props {
  readonly refreshing: Refresh
  readonly autoRefresh: number
  readonly onDialog: (dialog: FrameDialog) => void
  readonly onSignOut: () => void
  /** Before the tools at its end. */
  readonly children?: ReactNode
}

export function TopBar({ refreshing, autoRefresh, onDialog, onSignOut, children }: Props) {
  const { t } = useTranslation('frame')
  const { time } = useFormat()
  const project = useCredentials(credentials => credentials.identity?.project ?? '')
  const adminUiUrl = useConfiguration(configuration => configuration.adminUiUrl)
  const set = usePreferences(preferences => preferences.set)
  const { refresh, isRefreshing } = refreshing
  const answeredAt = useAnsweredAt()
  const serverTime = useServerTime()
  return (
    <header className={styles['bar']}>
      <div className={styles['line']}>
        <Mark />
        <h1 className={styles['title']}>
          {adminUiUrl === undefined ? (
            t('product')
          ) : (
            <a href={`${adminUiUrl}/admin/${encodeURIComponent(project)}`} title={t('toAdministration')}>
              {t('product')}
            </a>
          )}{' '}
          <small>
            · <Name text={project} />
          </small>
        </h1>
        {answeredAt > 0 && (
          <span className={styles['age']}>{t('updated', { time: time(serverTime(answeredAt)) })}</span>
        )}
        <Tool className={styles['refresh']} title={t('refreshHint')} aria-busy={isRefreshing} onClick={refresh}>
          <Icon name="refresh" />
          <span className={styles['roomy']}>{t('refresh')}</span>
        </Tool>
        <span className={styles['age']} aria-hidden>
          {t('autoShort')}
        </span>
        <SelectField
          label={t('auto')}
          value={String(autoRefresh)}
          options={AUTO_REFRESH_CHOICES.map(seconds => ({
            value: String(seconds),
            label: seconds === 0 ? t('autoOff') : t('autoSeconds', { seconds }),
          }))}
          onChange={chosen => set({ autoRefresh: Number(chosen) })}
        />
        {children}
        <Language />
        <Theme />
        <Help onDialog={onDialog} />
        <User onDialog={onDialog} onSignOut={onSignOut} />
      </div>
      <OutageBanner onRetry={refresh} isRetrying={isRefreshing} />
    </header>
  )
}
