/** What watches sessions: its code comes when something of it is shown. */
import type { SessionListQuestion } from '@/domain/list-params'
import { loadWatch } from '@/features/watch/load'
import { lazyMui } from '@/ui/lazy-mui'

export const Watch = lazyMui(loadWatch)

export const watchList = async (question: SessionListQuestion) => (await loadWatch()).watchList(question)
