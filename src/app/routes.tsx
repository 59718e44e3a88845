/** The route table: the board for who is signed in, the sign-in page at the same address for who is not, and no other page. */
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useEffect } from 'react'
import { Route, Routes, useNavigate } from 'react-router-dom'
import { loadMessages } from '@/i18n/i18n'
import { useCredentials } from '@/stores/credentials'
import { AppFrame } from './AppFrame'
import { BoardPage } from './BoardPage'
import { listenForSignOut } from './sign-out'

const SignInPage = lazy(async () => {
  const [{ SignInPage: page }] = await Promise.all([import('@/features/sign-in/SignInPage'), loadMessages(['signIn'])])
  return { default: page }
})

const NotFoundPage = lazy(async () => ({ default: (await import('./NotFoundPage')).NotFoundPage }))

/** The address asked for stays: after signing in, that is what is shown. */
function Board() {
  const status = useCredentials(credentials => credentials.status)
  if (status === 'signedOut') {
    return (
      <Suspense>
        <SignInPage />
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
  return (
    <Routes>
      <Route path="/" element={<Board />} />
      <Route
        path="*"
        element={
          <Suspense>
            <NotFoundPage />
          </Suspense>
        }
      />
    </Routes>
  )
}
