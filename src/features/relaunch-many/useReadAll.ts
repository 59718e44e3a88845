/** Reads all sessions that the list lets through and selects them, with progress; a part is never taken for the whole. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import type { SessionListQuestion } from '@/domain/list-params'
import { useFormat } from '@/i18n/format'
import { readMatching } from '@/queries/selected-sessions'
import { selectSessions } from '@/stores/selected-sessions'
import { pageNow } from '@/stores/server-clock'
import { notify } from '@/ui/notices'

interface ReadAll {
  /** Figures are undefined until one is known; all of it while nothing is read. */
  readonly progress: { readonly figures: { readonly read: number; readonly total: number } | undefined } | undefined
  readonly start: () => void
  readonly cancel: () => void
}

export function useReadAll(question: SessionListQuestion): ReadAll {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const [progress, setProgress] = useState<ReadAll['progress']>()
  const reading = useRef<AbortController>(undefined)
  useEffect(() => () => reading.current?.abort(), [])

  const run = async () => {
    const controller = new AbortController()
    const { signal } = controller
    reading.current = controller
    setProgress({ figures: undefined })
    try {
      const { sessions, total } = await readMatching(question, signal, (read, all) =>
        setProgress({ figures: { read, total: all } }),
      )
      if (!signal.aborted) {
        selectSessions(sessions, pageNow())
        if (sessions.length < total)
          notify({ tone: 'info', text: t('bar.cut', { read: exact(sessions.length), total: exact(total) }) })
      }
    } catch {
      if (!signal.aborted) notify({ tone: 'error', text: t('bar.failed') })
    }
    if (reading.current === controller) setProgress(undefined)
  }
  return {
    progress,
    start: () => void run(),
    cancel: () => {
      reading.current?.abort()
      reading.current = undefined
      setProgress(undefined)
    },
  }
}
