/** Reports once per sign-in that the clock of this computer is wrong, and again when the difference changes. */
import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from '@/i18n/translation'
import { useFormat } from '@/i18n/format'
import { useServerClock } from '@/stores/server-clock'
import { notify } from '@/ui/notices'

const MINUTE = 60_000

export function useAnnounceClock(): void {
  const { t } = useTranslation('frame')
  const { duration } = useFormat()
  const difference = useServerClock(clock => clock.difference)
  const announced = useRef(0)
  const announce = useEffectEvent(() => {
    // A slowly drifting clock was already reported.
    if (difference === 0 || Math.abs(difference - announced.current) < MINUTE) return
    announced.current = difference
    const words = { duration: duration(Math.round(Math.abs(difference) / MINUTE) * MINUTE) }
    notify({ tone: 'info', text: difference > 0 ? t('clockAhead', words) : t('clockBehind', words) })
  })
  useEffect(() => announce(), [difference])
}
