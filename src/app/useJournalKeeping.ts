/** Every action goes into the journal of who is signed in; what keeps it is loaded when the page rests, or with the first action. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOwner } from '@/stores/credentials'

export function useJournalKeeping(isNeeded: boolean): void {
  const queryClient = useQueryClient()
  const owner = useOwner()
  useEffect(() => {
    if (!isNeeded || owner === '') return
    let isOver = false
    let stop = () => {
      isOver = true
    }
    const start = async () => {
      const { keepJournal } = await import('@/queries/journal')
      if (!isOver) stop = keepJournal(queryClient, owner)
    }
    // Without its code the page works as before: only the journal misses what is done.
    start().catch(() => undefined)
    return () => stop()
  }, [isNeeded, owner, queryClient])
}
