/** In the top bar, while the tab watches something or has something to say: how much, and the list of it. Reads and tells meanwhile. */
import { useEffect, useRef, useState } from 'react'
import type { BoardWatch } from '@/domain/watching'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { takeUpWatches, useWatching } from '@/queries/watching'
import { useOwner } from '@/stores/credentials'
import { useWatches } from '@/stores/watches'
import { WatchPanel } from './WatchPanel'
import { useTelling } from './useTelling'
import { useWatchWords } from './watch-words'
import { BarButton } from './styles'

const NONE: readonly BoardWatch[] = []

/** Says before the title of the tab, and with its icon, that it watches; and how a watch ended, until the tab is looked at. */
function useTabMark(watches: readonly BoardWatch[]): void {
  const { t } = useTranslation('watch')
  const { exact } = useFormat()
  const words = useWatchWords()
  const on = watches.filter(({ end }) => end === undefined).length
  const latest = watches.findLast(({ end }) => end?.isSeen === false)
  const kind = latest?.end?.kind
  const text =
    latest !== undefined && kind !== undefined
      ? t(`title.${kind}`, { name: words.name(latest) })
      : on > 0
        ? t('title.watching', { figure: exact(on) })
        : ''
  const title = text === '' ? '' : `${text} – `
  const icon = latest !== undefined ? '-ended' : on > 0 ? '-watching' : ''
  useEffect(() => useWatches.setState({ title, icon }), [title, icon])
}

export function WatchBar() {
  const { t } = useTranslation('watch')
  const { exact } = useFormat()
  const owner = useOwner()
  const watches = useWatches(store => (store.owner === owner ? store.watches : NONE))
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement>()
  const show = () => setAnchor(button.current ?? undefined)
  useEffect(() => takeUpWatches(owner), [owner])
  useWatching(useTelling(show))
  useTabMark(watches)
  if (watches.length === 0) return null
  const on = watches.filter(({ end }) => end === undefined).length
  const ended = watches.length - on
  const figures = { figure: exact(on), ended: exact(ended) }
  const text =
    ended === 0
      ? t('button.watching', figures)
      : on === 0
        ? t('button.ended', { figure: figures.ended })
        : t('button.both', figures)
  return (
    <>
      <BarButton
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        aria-label={text}
        title={text}
        data-ended={ended > 0 || undefined}
        onClick={show}
      >
        <svg viewBox="0 0 24 24" aria-hidden focusable="false">
          <path d="M12 6c3.79 0 7.17 2.13 8.82 5.5C19.17 14.87 15.79 17 12 17s-7.17-2.13-8.82-5.5C4.83 8.13 8.21 6 12 6m0-2C7 4 2.73 7.11 1 11.5 2.73 15.89 7 19 12 19s9.27-3.11 11-7.5C21.27 7.11 17 4 12 4m0 5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5" />
        </svg>
        <span>{text}</span>
        <span>{exact(on > 0 ? on : ended)}</span>
      </BarButton>
      {anchor !== undefined && <WatchPanel watches={watches} anchor={anchor} onClose={() => setAnchor(undefined)} />}
    </>
  )
}
