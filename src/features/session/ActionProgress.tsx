/** The progress line of an action: requested, waiting for REGARDS, its figures, done or stalled; its end is announced. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { Phase } from '@/domain/relaunch-progress'
import { useFormat } from '@/i18n/format'
import { announce } from '@/ui/announce'
import type { Followed } from './useFollowing'

/** The words of one kind of action. */
interface ProgressWords {
  readonly name: string
  readonly reload: string
  /** Its progress. */
  readonly line: (
    stage: 'sending' | 'unknown' | Phase,
    words: { readonly age: string; readonly duration: string },
  ) => string
  readonly figures: string
  /** The message at its end, given the line. */
  readonly announced: (line: string) => string
}

/** Announces the end of an action once to screen readers. */
function useAnnouncedEnd(phase: Phase, text: string): void {
  const announcedPhase = useRef(phase)
  useEffect(() => {
    if (announcedPhase.current === phase) return
    announcedPhase.current = phase
    if (phase === 'done' || phase === 'stalled') announce(text)
  }, [phase, text])
}

interface Props {
  readonly followed: Followed
  readonly words: ProgressWords
  readonly now: number
  readonly onReload: () => void
  /** Its edge, and the room around it. */
  readonly look: { readonly borderColor: string; readonly my?: number; readonly mb?: number }
  /** What else there is to say or to do. */
  readonly children?: ReactNode
}

export function ActionProgress({ followed, words, now, onReload, look, children }: Props) {
  const { relative, duration } = useFormat()
  const { since, movedAt, phase, isSending, isUnknown } = followed
  const line = words.line(isSending ? 'sending' : isUnknown && phase === 'waiting' ? 'unknown' : phase, {
    age: relative(new Date(since).toISOString(), now),
    duration: duration(now - Math.max(since, movedAt)),
  })
  useAnnouncedEnd(phase, words.announced(line))
  return (
    <Box role="group" aria-label={words.name} sx={{ borderLeft: 3, pl: 1, overflowWrap: 'anywhere', ...look }}>
      <Typography variant="body2">{line}</Typography>
      {words.figures !== '' && <Typography variant="body2">{words.figures}</Typography>}
      {children}
      {phase === 'stalled' && (
        <Button size="small" onClick={onReload}>
          {words.reload}
        </Button>
      )}
    </Box>
  )
}
