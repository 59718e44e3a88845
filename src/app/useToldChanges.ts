/** Says what a round brought to those who do not see it: always when they asked, else only when something changed (trust A09). */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/format'
import type { LastRound } from '@/queries/useRefresh'
import { usePreferences } from '@/stores/preferences'
import { announce } from '@/ui/announce'

const RARELY = 10_000

/** The same words are shown in the bar for a moment. */
export function useToldChanges(last: LastRound | undefined): void {
  const { t } = useTranslation('frame')
  const { exact } = useFormat()
  const toldAt = useRef(0)
  useEffect(() => {
    if (last === undefined || last.hasFailed || !usePreferences.getState().announcements) return
    const { changed, isAutomatic, at } = last
    if (isAutomatic && (changed === 0 || at - toldAt.current < RARELY)) return
    toldAt.current = at
    announce(changed === 0 ? t('unchanged') : t('changed', { count: changed, figure: exact(changed) }))
  }, [last, t, exact])
}
