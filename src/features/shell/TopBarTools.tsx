/** The tools at the end of the top bar: language, theme, help and user. */
import type { ComponentProps } from 'react'
import { Suspense, useState } from 'react'
import { useLanguage, useTranslation } from '@/i18n/translation'
import { LANGUAGES, nextLanguage } from '@/domain/languages'
import { useCredentials } from '@/stores/credentials'
import { usePreferences } from '@/stores/preferences'
import { Icon } from '@/ui/Icon'
import { Name } from '@/ui/Name'
import { PlainButton } from '@/ui/PlainButton'
import { useIsDark } from './useScheme'
import styles from './shell.module.css'
import type { FrameDialog } from './BarMenus'
import { lazyMui } from '@/ui/lazy-mui'

const HelpMenu = lazyMui(async () => ({ default: (await import('./BarMenus')).HelpMenu }))
const UserMenu = lazyMui(async () => ({ default: (await import('./BarMenus')).UserMenu }))

/** A button of the bar. */
export function Tool({ className = '', ...props }: ComponentProps<typeof PlainButton>) {
  return <PlainButton className={`${styles['tool']} ${className}`} {...props} />
}

interface ToolProps {
  readonly onDialog: (dialog: FrameDialog) => void
}

interface UserProps extends ToolProps {
  readonly onSignOut: () => void
}

/** Switches to the next language. */
export function Language() {
  const set = usePreferences(preferences => preferences.set)
  const next = nextLanguage(useLanguage())
  const { name } = LANGUAGES[next]
  return (
    <Tool className={styles['wide'] ?? ''} lang={next} title={name} onClick={() => set({ language: next })}>
      {name}
    </Tool>
  )
}

/** Switches between light and dark. */
export function Theme() {
  const { t } = useTranslation('frame')
  const set = usePreferences(preferences => preferences.set)
  const isDark = useIsDark()
  const label = t(isDark ? 'toLight' : 'toDark')
  return (
    <Tool
      className={styles['wide'] ?? ''}
      aria-label={label}
      title={label}
      onClick={() => set({ theme: isDark ? 'light' : 'dark' })}
    >
      <Icon name={isDark ? 'light' : 'dark'} />
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
        <Icon name="help" />
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
        <Icon name="person" />
        <span className={styles['user']}>
          <Name text={user} />
        </span>
      </Tool>
      <Suspense>
        {anchor !== undefined && (
          <UserMenu anchor={anchor} onClose={() => setAnchor(undefined)} onDialog={onDialog} onSignOut={onSignOut} />
        )}
      </Suspense>
    </>
  )
}
