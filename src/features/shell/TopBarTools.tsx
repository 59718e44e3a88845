/** The tools at the end of the top bar: language, theme, help and user. */
import DarkMode from '@mui/icons-material/DarkModeOutlined'
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined'
import LightMode from '@mui/icons-material/LightModeOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlineOutlined'
import { styled, useColorScheme } from '@mui/material/styles'
import { Suspense, lazy, useState } from 'react'
import { useLanguage, useTranslation } from '@/i18n/translation'
import { LANGUAGES, nextLanguage } from '@/domain/languages'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'
import type { FrameDialog } from './BarMenus'

const HelpMenu = lazy(async () => ({ default: (await import('./BarMenus')).HelpMenu }))
const UserMenu = lazy(async () => ({ default: (await import('./BarMenus')).UserMenu }))

/** The look of a button of the bar. */
export const Tool = styled(PlainButton)(({ theme }) => ({
  minHeight: 32,
  fontWeight: 400,
  whiteSpace: 'nowrap',
  color: theme.vars.palette.text.primary,
  '& svg': { fontSize: 18 },
}))

const UserName = styled('span')(({ theme }) => ({
  maxWidth: 180,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  [theme.breakpoints.down(900)]: { display: 'none' },
}))

interface ToolProps {
  readonly onDialog: (dialog: FrameDialog) => void
}

interface UserProps extends ToolProps {
  readonly onSignOut: () => void
}

/** Turns to the next language. */
export function Language() {
  const set = usePreferences(preferences => preferences.set)
  const next = nextLanguage(useLanguage())
  const { name } = LANGUAGES[next]
  return (
    <Tool className="wide" lang={next} title={name} onClick={() => set({ language: next })}>
      {name}
    </Tool>
  )
}

/** Turns from light to dark and back. */
export function Theme() {
  const { t } = useTranslation('frame')
  const { mode, systemMode } = useColorScheme()
  const set = usePreferences(preferences => preferences.set)
  const isDark = (mode === 'system' ? systemMode : mode) === 'dark'
  const label = t(isDark ? 'toLight' : 'toDark')
  return (
    <Tool className="wide" aria-label={label} title={label} onClick={() => set({ theme: isDark ? 'light' : 'dark' })}>
      {isDark ? <LightMode /> : <DarkMode />}
    </Tool>
  )
}

/** Opens the help menu. */
export function Help({ onDialog }: ToolProps) {
  const { t } = useTranslation('frame')
  const [anchor, setAnchor] = useState<HTMLElement>()
  return (
    <>
      <Tool
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={t('help.open')}
        title={t('help.open')}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <HelpIcon />
      </Tool>
      <Suspense>
        {anchor !== undefined && <HelpMenu anchor={anchor} onClose={() => setAnchor(undefined)} onDialog={onDialog} />}
      </Suspense>
    </>
  )
}

/** Who is signed in; opens the user menu. */
export function User({ onDialog, onSignOut }: UserProps) {
  const { t } = useTranslation('frame')
  const identity = useCredentials(credentials => credentials.identity)
  const [anchor, setAnchor] = useState<HTMLElement>()
  const user = identity?.user ?? ''
  return (
    <>
      <Tool
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={t('user', { user })}
        title={identity === undefined ? undefined : t('role', { role: identity.role, project: identity.project })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <PersonIcon />
        <UserName>
          <Name text={user} />
        </UserName>
      </Tool>
      <Suspense>
        {anchor !== undefined && (
          <UserMenu anchor={anchor} onClose={() => setAnchor(undefined)} onDialog={onDialog} onSignOut={onSignOut} />
        )}
      </Suspense>
    </>
  )
}
