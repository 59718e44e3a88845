/** What relaunching the selected sessions would do, read when its dialog is opened. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { overlap, subjectOf } from '@/domain/action'
import type { RelaunchPlan } from '@/domain/relaunch-preview'
import { planRelaunch, relaunchesOf } from '@/domain/relaunch-preview'
import { RELAUNCH_RIGHTS } from '@/domain/rights'
import { isFollowed, useActions } from '@/queries/actions'
import { hasEnded } from '@/queries/kept-actions'
import { useMissingRights } from '@/queries/rights'
import type { PreviewReading } from '@/queries/selected-sessions'
import { previewQuery } from '@/queries/selected-sessions'
import type { SeenSession } from '@/stores/selected-sessions'

interface Preview {
  /** Undefined while it is read. */
  readonly plan: RelaunchPlan | undefined
  readonly reading: PreviewReading | undefined
  readonly progress: { readonly read: number; readonly total: number }
  /** Sessions of which the same was relaunched in this tab, and that REGARDS may be working on. */
  readonly recent: number
  readonly reload: () => void
}

const RIGHTS = Object.values(RELAUNCH_RIGHTS)

/** How many sessions of a plan have a relaunch that is followed. */
function useRecent(plan: RelaunchPlan | undefined): number {
  const queryClient = useQueryClient()
  const followed = useActions().filter(action => isFollowed(action) && !hasEnded(queryClient, action))
  const subjects = followed.map(({ action }) => subjectOf(action))
  return (plan?.sessions ?? []).filter(one =>
    relaunchesOf(one).some(({ stepId }) => {
      const { source, name } = one.session
      const own = subjectOf({ kind: 'relaunch', ref: { source, name }, stepId })
      return subjects.some(other => overlap(own, other))
    }),
  ).length
}

export function usePreview(selected: readonly SeenSession[]): Preview {
  const dialog = useId()
  const [round, setRound] = useState(0)
  const [progress, setProgress] = useState({ read: 0, total: selected.length })
  // What was selected when the dialog was opened is what it is about.
  const [asked] = useState(selected)
  const onProgress = (read: number, total: number) => setProgress({ read, total })
  const { data: reading } = useQuery(previewQuery(dialog, round, { selected: asked, isAnew: round > 0, onProgress }))

  const missing = useMissingRights(RIGHTS)
  const missingNames = missing.map(({ right }) => right).join('\n')
  const plan = useMemo(
    () =>
      reading &&
      planRelaunch(reading.sessions, {
        missing: new Set(missingNames.split('\n')),
        chains: reading.chains,
      }),
    [reading, missingNames],
  )
  return {
    plan,
    reading,
    progress,
    recent: useRecent(plan),
    reload: () => setRound(round + 1),
  }
}
