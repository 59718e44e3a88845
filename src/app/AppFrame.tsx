/** The bar over every page: where one is, how fresh it is, refresh, and who is signed in; outages and ended sign-ins are shown here, once. */
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'
import { translate, useTranslation } from '@/i18n/translation'
import { useNavigate } from 'react-router-dom'
import { useFormat } from '@/i18n/format'
import { loadMessages } from '@/i18n/i18n'
import { useActions } from '@/queries/actions'
import { keepTrack } from '@/queries/kept-actions'
import { useRefresh } from '@/queries/useRefresh'
import { useConfiguration } from '@/stores/configuration'
import { useCredentials, useOwner } from '@/stores/credentials'
import { RUN_KIND, useRelaunchRun } from '@/stores/relaunch-run'
import { isKept } from '@/stores/tab-storage'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { usePreferences } from '@/stores/preferences'
import { WATCHES_KIND, useWatches } from '@/stores/watches'
import { notify } from '@/ui/notices'
import { useIdle } from '@/ui/useIdle'
import { useKeys } from '@/ui/useKeys'
import { loadRunLine } from '@/features/relaunch-many/load'
import { TopBar } from '@/features/shell/TopBar'
import type { FrameDialog } from '@/features/shell/BarMenus'
import styles from './app.module.css'
import { keepSignedIn } from './keep-signed-in'
import { forget, signOutEverywhere } from './sign-out'
import { useAnnounceRefresh } from './useAnnounceRefresh'
import { useAnnounceClock } from './useAnnounceClock'
import { useJournalKeeping } from './useJournalKeeping'
import { Watch } from './watch'
import { lazyMui, lazyPart } from '@/ui/lazy-mui'

const SignInAgainDialog = lazyMui(async () => {
  const [{ SignInAgainDialog: dialog }] = await Promise.all([
    import('@/features/sign-in/SignInAgainDialog'),
    loadMessages(['signIn', 'steps']),
  ])
  return { default: dialog }
})
const UnsentRelaunchBar = lazyMui(async () => {
  const [{ UnsentRelaunchBar: bar }] = await Promise.all([
    import('@/features/session/relaunch/UnsentRelaunchBar'),
    loadMessages(['session', 'steps']),
  ])
  return { default: bar }
})
const ActionNotices = lazyMui(async () => {
  const [{ ActionNotices: notices }] = await Promise.all([
    import('@/features/shell/ActionNotices'),
    loadMessages(['session', 'steps', 'deletion']),
  ])
  return { default: notices }
})
const RunLine = lazyMui(loadRunLine)
const FrameDialogs = lazyPart(async () => ({ default: (await import('./FrameDialogs')).FrameDialogs }))

/** Renewal runs while a user is signed in; its failure is shown once, with a button to sign in. */
function useKeptSignedIn(): void {
  const { duration } = useFormat()
  const tell = useEffectEvent((left: number) =>
    notify({
      tone: 'info',
      text: translate('frame')('endsSoon', { duration: duration(left) }),
      action: {
        label: translate('frame')('signInNow'),
        onClick: () => useCredentials.getState().expire(),
      },
    }),
  )
  // Started once: not repeated for another language.
  useEffect(() => keepSignedIn(left => tell(left)), [])
}

/** Actions are kept from the start, so that a reload does not lose them. */
function useKeptActions(): void {
  const queryClient = useQueryClient()
  const owner = useOwner()
  useEffect(() => (owner === '' ? undefined : keepTrack(queryClient, owner)), [queryClient, owner])
}

/** Signs out here and in the other tabs. The address names what was looked at: that goes too. */
function useSignOut(): () => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return () => {
    signOutEverywhere(queryClient)
    void navigate('/', { replace: true })
  }
}

/** Signs in as another user: nothing of this user stays, not even in the address; other tabs are not affected. */
function useLeave(): () => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return () => {
    const { identity } = useCredentials.getState()
    const hadUnsentRelaunch = useUnsentRelaunch.getState().relaunch !== undefined
    forget(queryClient)
    void navigate('/', { replace: true })
    if (hadUnsentRelaunch && identity !== undefined)
      notify({ tone: 'info', text: translate('frame')('discarded', { user: identity.user }) })
  }
}

export function AppFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  const status = useCredentials(credentials => credentials.status)
  const hasUnsentRelaunch = useUnsentRelaunch(({ relaunch }) => relaunch !== undefined)
  const configured = useConfiguration(({ autoRefresh }) => autoRefresh)
  const autoRefresh = usePreferences(preferences => preferences.autoRefresh) ?? configured ?? 0
  const singleKeys = usePreferences(preferences => preferences.singleKeys)
  const refreshing = useRefresh(autoRefresh, status !== 'signedIn')
  const [dialog, setDialog] = useState<FrameDialog>()
  const main = useRef<HTMLElement>(null)
  const leave = useLeave()
  const signOut = useSignOut()
  useKeptActions()
  // Kept over a reload: whose it is, its part finds out.
  const hasRun = useRelaunchRun(({ run }) => run !== undefined) || isKept(RUN_KIND)
  const isWatching = useWatches(({ watches }) => watches.length > 0) || isKept(WATCHES_KIND)
  const isIdle = useIdle()
  const hasActions = useActions().length > 0
  useJournalKeeping(isIdle || hasActions)
  useEffect(() => {
    // After signing in the form that had the focus is gone.
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
  }, [])
  useKeptSignedIn()
  useAnnounceRefresh(refreshing.last)
  useAnnounceClock()
  useKeys(
    {
      r: () => {
        refreshing.refresh()
        return true
      },
      h: () => {
        setDialog('journal')
        return true
      },
      '?': () => {
        setDialog('keyboard')
        return true
      },
    },
    { singleKeys },
  )
  return (
    <div className={styles['frame']}>
      <a
        className={styles['skip']}
        href="#lists"
        onClick={event => {
          // The address says what is shown, not where the focus is.
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {t('skip')}
      </a>
      <TopBar refreshing={refreshing} autoRefresh={autoRefresh} onDialog={setDialog} onSignOut={signOut}>
        <Suspense>{isWatching && <Watch />}</Suspense>
      </TopBar>
      <main className={styles['main']} id="lists" tabIndex={-1} ref={main}>
        <Suspense>{hasUnsentRelaunch && status === 'signedIn' && <UnsentRelaunchBar />}</Suspense>
        <Suspense>{hasRun && <RunLine />}</Suspense>
        {children}
      </main>
      <Suspense>{status === 'expired' && <SignInAgainDialog onLeave={leave} />}</Suspense>
      <Suspense>{(isIdle || hasActions) && <ActionNotices />}</Suspense>
      <Suspense>
        {dialog !== undefined && (
          <FrameDialogs dialog={dialog} onClose={() => setDialog(undefined)} onSignOut={signOut} />
        )}
      </Suspense>
    </div>
  )
}
