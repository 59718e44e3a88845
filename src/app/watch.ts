/** What watches sessions: its code comes when something of it is shown. */
import type { SessionListQuestion } from '@/domain/list-params'
import { loadWatch } from '@/features/watch/load'
import { translate } from '@/i18n/translation'
import { lazyMui } from '@/ui/lazy-mui'
import { notify } from '@/ui/notices'

export const Watch = lazyMui(loadWatch)

export const watchList = (question: SessionListQuestion) =>
  void loadWatch().then(
    ({ watchList: begin }) => begin(question),
    () => notify({ tone: 'error', text: translate('common')('part.failed') }),
  )
