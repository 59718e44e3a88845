/** What watches sessions: its code comes when something of it is shown. */
import type { FunctionComponent } from 'react'
import { createElement } from 'react'
import type { SessionListQuestion } from '@/domain/list-params'
import { loadWatch } from '@/features/watch/load'
import { translate } from '@/i18n/translation'
import { lazyMui } from '@/ui/lazy-mui'
import { notify } from '@/ui/notices'

export const Watch = lazyMui(loadWatch)

/** A part with the button that watches: both are drawn at once, so that nothing beside the button moves. */
export function lazyWithWatch<Props extends { readonly Watch?: unknown }>(
  load: () => Promise<{ readonly default: FunctionComponent<Props> }>,
) {
  return lazyMui<Omit<Props, 'Watch'>>(async () => {
    // Where its code does not come the button says so in its own place.
    const own = loadWatch().catch(() => ({ default: Watch }))
    const [{ default: Part }, { default: Button }] = await Promise.all([load(), own])
    return { default: props => createElement(Part, { ...props, Watch: Button } as unknown as Props) }
  })
}

export const watchList = (question: SessionListQuestion) =>
  void loadWatch().then(
    ({ watchList: begin }) => begin(question),
    () => notify({ tone: 'error', text: translate('common')('part.failed') }),
  )
