/** Title, age, refresh, auto-refresh, language, theme, user. */
import RefreshIcon from '@mui/icons-material/Refresh'
import { styled } from '@mui/material/styles'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useAnsweredAt } from '@/queries/useOutage'
import type { Refresh } from '@/queries/useRefresh'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials } from '@/stores/credentials'
import { AUTO_REFRESH_CHOICES, usePreferences } from '@/stores/preferences'
import { Name } from '@/ui/Name'
import { SelectField } from '@/ui/SelectField'
import { useServerTime } from '@/ui/useNow'
import { visuallyHidden } from '@/ui/visually-hidden'
import { OutageBanner } from './OutageBanner'
import { Help, Language, Theme, Tool, User } from './TopBarTools'
import type { FrameDialog } from './BarMenus'

const Bar = styled('header')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 48,
  // What has no room (an outage, on a narrow screen) goes under the tools.
  [theme.breakpoints.down(1100)]: { flexWrap: 'wrap' },
  padding: '4px 12px',
  backgroundColor: theme.vars.palette.background.paper,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& .wide': { [theme.breakpoints.down(700)]: { display: 'none' } },
  '& .roomy': { [theme.breakpoints.down(480)]: { ...visuallyHidden } },
}))

const Title = styled('h1')(({ theme }) => ({
  ...theme.typography.h6,
  margin: 0,
  marginInlineEnd: 'auto',
  minWidth: 0,
  flex: '1 1 auto',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '& a': { color: 'inherit' },
  '& small': { fontWeight: 400, fontSize: '0.875rem', color: theme.vars.palette.text.secondary },
}))

const Age = styled('span')(({ theme }) => ({
  color: theme.vars.palette.text.secondary,
  whiteSpace: 'nowrap',
}))

const RefreshButton = styled(Tool)(({ theme }) => ({
  color: theme.vars.palette.primary.main,
  borderColor: 'currentColor',
  '&[aria-busy=true] svg': { animation: 'turn 1s linear infinite' },
  '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
  '@media (prefers-reduced-motion: reduce)': { '&[aria-busy=true] svg': { animation: 'none' } },
}))

interface Props {
  readonly refreshing: Refresh
  readonly autoRefresh: number
  readonly onDialog: (dialog: FrameDialog) => void
  readonly onSignOut: () => void
}

export function TopBar({ refreshing, autoRefresh, onDialog, onSignOut }: Props) {
  const { t } = useTranslation('frame')
  const { time } = useFormat()
  const project = useCredentials(credentials => credentials.identity?.project ?? '')
  const adminUiUrl = useConfiguration(configuration => configuration.adminUiUrl)
  const set = usePreferences(preferences => preferences.set)
  const { refresh, isRefreshing } = refreshing
  const answeredAt = useAnsweredAt()
  const serverTime = useServerTime()
  return (
    <Bar>
      <Title>
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
      </Title>
      <OutageBanner onRetry={refresh} isRetrying={isRefreshing} />
      {answeredAt > 0 && <Age className="wide">{t('updated', { time: time(serverTime(answeredAt)) })}</Age>}
      <RefreshButton title={t('refreshHint')} aria-busy={isRefreshing} onClick={refresh}>
        <RefreshIcon aria-hidden />
        <span className="roomy">{t('refresh')}</span>
      </RefreshButton>
      <Age className="wide" aria-hidden>
        {t('autoShort')}
      </Age>
      <SelectField
        label={t('auto')}
        value={String(autoRefresh)}
        options={AUTO_REFRESH_CHOICES.map(seconds => ({
          value: String(seconds),
          label: seconds === 0 ? t('autoOff') : t('autoSeconds', { seconds }),
        }))}
        onChange={chosen => set({ autoRefresh: Number(chosen) })}
      />
      <Language />
      <Theme />
      <Help onDialog={onDialog} />
      <User onDialog={onDialog} onSignOut={onSignOut} />
    </Bar>
  )
}
