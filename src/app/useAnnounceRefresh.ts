/** Announces the result of a refresh to screen readers: always when the user asked for it, else only when something changed. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { Moment } from '@/domain/moment'
import { passedSince } from '@/domain/moment'
import { useFormat } from '@/i18n/format'
import type { LastRound } from '@/queries/useRefresh'
import { usePreferences } from '@/stores/preferences'
import { announce } from '@/ui/announce'

const RARELY = 10_000

/** The same words are shown in the bar for a moment. */
export function useAnnounceRefresh(last: LastRound | undefined): void {
  const { t } = useTranslation('frame')
  const { exact } = useFormat()
  const announcedAt = useRef<Moment>(undefined)
  const tell = useEffectEvent(({ changed, isAutomatic, at }: LastRound) => {
    const isSoon = announcedAt.current !== undefined && passedSince(announcedAt.current, at) < RARELY
    if (isAutomatic && (changed === 0 || isSoon)) return
    announcedAt.current = at
    announce(changed === 0 ? t('unchanged') : t('changed', { count: changed, figure: exact(changed) }))
  })
  // Once for each round: another language is no change.
  useEffect(() => {
    if (last !== undefined && !last.hasFailed && usePreferences.getState().announcements) tell(last)
  }, [last])
}
