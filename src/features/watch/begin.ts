/** Begins a watch on a click, and asks for notifications when it is the first one. */
import type { SessionListQuestion } from '@/domain/list-params'
import type { WatchTarget } from '@/domain/watching'
import { MOST_WATCHES, listTarget } from '@/domain/watching'
import { translate } from '@/i18n/translation'
import { beginWatch } from '@/queries/watching'
import { useWatches } from '@/stores/watches'
import { notify } from '@/ui/notices'
import { askPermission } from './desktop'
import { targetName } from './watch-words'

/** @param exact formats a number */
export function begin(target: WatchTarget, exact: (n: number) => string): void {
  const t = translate('watch')
  const isFirst = useWatches.getState().watches.length === 0
  const begun = beginWatch(target)
  const name = targetName(target, exact)
  if (begun === 'full') notify({ tone: 'error', text: t('full', { figure: exact(MOST_WATCHES) }) })
  else notify({ tone: 'info', text: t(begun === 'known' ? 'known' : 'begun', { name }) })
  // Still in the click: a browser asks for nothing else.
  if (begun === 'begun' && isFirst) void askPermission()
}

/** All sessions that match what the list is asked. */
export function watchList(question: SessionListQuestion): void {
  begin(listTarget(question), String)
}
