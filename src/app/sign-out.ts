/** Signing out: nothing of the user stays, here and in the other tabs of the same dashboard and gateway. */
import type { QueryClient } from '@tanstack/react-query'
import { markSignOut, useCredentials } from '@/stores/credentials'
import { forgetActions } from '@/stores/kept-actions'
import { forgetRun } from '@/stores/relaunch-run'
import { forgetSelection } from '@/stores/selected-sessions'
import { useForbidden } from '@/stores/forbidden'
import { useUnsentRelaunch } from '@/stores/unsent-relaunch'
import { forgetWatches } from '@/stores/watches'
import { forgetPlaces } from '@/stores/places'
import { storageKey } from '@/stores/storage-key'
import { announce } from '@/ui/announce'
import { clearNotices } from '@/ui/notices'

/** The tabs of this dashboard over this gateway; another one on the same host has its own. */
const CHANNEL = 'sign-out'
const SIGNED_OUT = 'signed-out'

/** Empties this tab. Answers still running are dropped with the queries that asked for them. */
export function forget(queryClient: QueryClient): void {
  useCredentials.getState().signOut()
  useUnsentRelaunch.getState().discard()
  useForbidden.getState().clear()
  forgetActions()
  forgetRun()
  forgetSelection()
  forgetWatches()
  clearNotices()
  announce('')
  forgetPlaces()
  void queryClient.cancelQueries()
  queryClient.clear()
}

/** Empties all tabs. */
export function signOutEverywhere(queryClient: QueryClient): void {
  forget(queryClient)
  markSignOut()
  const channel = new BroadcastChannel(storageKey(CHANNEL))
  channel.postMessage(SIGNED_OUT)
  channel.close()
}

/** Empties this tab when another one signs out. */
export function listenForSignOut(queryClient: QueryClient, onForgotten: () => void): () => void {
  const channel = new BroadcastChannel(storageKey(CHANNEL))
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data !== SIGNED_OUT) return
    forget(queryClient)
    onForgotten()
  }
  return () => channel.close()
}
