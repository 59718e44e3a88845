/** The route table: the board when signed in, else the sign-in page at the same address; no other page. */
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useEffect } from 'react'
import { Route, Routes, useLocation, useNavigate } from 'react-router-dom'
import { loadMessages } from '@/i18n/i18n'
import { useCredentials } from '@/stores/credentials'
import { ErrorBoundary } from '@/ui/ErrorBoundary'
import { AppFrame } from './AppFrame'
import { BoardPage } from './BoardPage'
import { listenForSignOut } from './sign-out'
import { demoAccounts } from './start-simulator'
import { lazyMui } from '@/ui/lazy-mui'

const SignInPage = lazyMui(async () => {
  const [{ SignInPage: page }] = await Promise.all([import('@/features/sign-in/SignInPage'), loadMessages(['signIn'])])
  return { default: page }
})

const NotFoundPage = lazy(async () => {
  const [{ NotFoundPage: page }] = await Promise.all([import('./NotFoundPage'), loadMessages(['pages'])])
  return { default: page }
})

/** The address asked for stays: after signing in, that is what is shown. */
function Board() {
  const status = useCredentials(credentials => credentials.status)
  if (status === 'signedOut') {
    return (
      <Suspense>
        <SignInPage demoAccounts={demoAccounts} />
      </Suspense>
    )
  }
  return (
    <AppFrame>
      <BoardPage />
    </AppFrame>
  )
}

export function DashboardRoutes() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  useEffect(() => listenForSignOut(queryClient, () => void navigate('/', { replace: true })), [queryClient, navigate])
  const { pathname, search } = useLocation()
  const status = useCredentials(credentials => credentials.status)
  return (
    <ErrorBoundary of={`${status} ${pathname}${search}`}>
      <Routes>
        <Route path="/" element={<Board />} />
        {/* The page's own file, as some servers and bookmarks name it. */}
        <Route path="/index.html" element={<Board />} />
        <Route
          path="*"
          element={
            <Suspense>
              <NotFoundPage />
            </Suspense>
          }
        />
      </Routes>
    </ErrorBoundary>
  )
}
