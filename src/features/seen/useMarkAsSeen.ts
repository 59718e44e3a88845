/** Sets the moment of the last look: one at a time; a failure leaves the one before. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { readMark } from '@/queries/seen'
import { useOwner } from '@/stores/credentials'
import { keepSeen, seenNow } from '@/stores/seen'
import { notify } from '@/ui/notices'

export function useMarkAsSeen(): { readonly mark: () => void; readonly isMarking: boolean } {
  const { t } = useTranslation('seen')
  const { exact, time } = useFormat()
  const owner = useOwner()
  const [isMarking, setMarking] = useState(false)
  const reading = useRef<AbortController>(undefined)
  const cancel = useCallback(() => {
    reading.current?.abort()
    reading.current = undefined
  }, [])
  // Another user, or none: what is being read is nobody's last look.
  useEffect(() => cancel, [cancel, owner])

  const run = async () => {
    const controller = new AbortController()
    reading.current = controller
    setMarking(true)
    try {
      const seen = await readMark(controller.signal)
      if (reading.current !== controller) return
      const isKept = keepSeen(owner, seen)
      // What is kept may be less than what was read.
      const { sessions, total, cut, at } = seenNow() ?? seen
      const isWhole = !cut.all && !cut.error && !cut.active
      const count = isWhole ? total : sessions.length
      const words = { count, figure: exact(count), time: time(Date.parse(at)) }
      const text = isWhole ? t('marked', words) : t('markedPart', { ...words, total: exact(total) })
      notify({ tone: 'success', text: isKept ? text : `${text} ${t('unsaved')}` })
    } catch {
      if (reading.current === controller) notify({ tone: 'error', text: t('markFailed') })
    }
    if (reading.current === controller) {
      reading.current = undefined
      setMarking(false)
    }
  }
  return {
    isMarking,
    mark: () => {
      if (reading.current === undefined) void run()
    },
  }
}
