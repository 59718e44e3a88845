/** Tells the end of ordered work once to those who do not see its line. */
import { useEffect, useRef } from 'react'
import type { Phase } from '@/domain/relaunch-progress'
import { announce } from '@/ui/announce'

/** @param text what is said when the phase becomes its last one */
export function useAnnouncedEnd(phase: Phase, text: string): void {
  const told = useRef(phase)
  useEffect(() => {
    if (told.current === phase) return
    told.current = phase
    if (phase === 'done' || phase === 'still') announce(text)
  }, [phase, text])
}
