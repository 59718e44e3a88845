/** What is said of a run and of each of its relaunches. */
import { useTranslation } from '@/i18n/translation'
import type { Run, RunItem } from '@/domain/relaunch-run'
import { isUnfinished, resultOf } from '@/domain/relaunch-run'
import { isStill, itemFigures, runFigures } from '@/domain/run-progress'
import { useFormat } from '@/i18n/format'
import { usePartText } from '@/i18n/outcome-words'

/** What became of one relaunch: a word, then each answer with the server's own words, or why it was not sent. */
export function useItemText(): (item: RunItem) => { readonly result: string; readonly details: readonly string[] } {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  const partText = usePartText()
  return item => {
    const result = t(`run.result.${resultOf(item)}`)
    if (item.state.kind === 'notSent') return { result, details: [t(`run.notSent.${item.state.reason}`)] }
    if (item.state.kind === 'waiting' && item.notBefore !== undefined) return { result, details: [t('run.chain')] }
    if (item.state.kind !== 'answered') return { result, details: [] }
    const { parts } = item.state.outcome
    const isPlain = parts.every(({ outcome: { kind } }) => kind === 'accepted')
    const answers = parts.flatMap(part => [
      partText('relaunch', part),
      // REGARDS forgets to fill in the name of a chain it does not find (docs/regards-api/actions.md 2.1).
      ...(part.outcome.kind === 'refused' ? part.outcome.messages.map(m => m.replaceAll('%s', item.ref.source)) : []),
    ])
    const found = itemFigures(item)
    const figures = found && {
      recovered: exact(found.recovered),
      working: exact(found.working),
      failing: exact(found.failing),
    }
    return {
      result,
      details: [...(isPlain ? [] : answers), ...(figures === undefined ? [] : [t('run.figures', figures)])],
    }
  }
}

/** A word and what follows it, in one line. */
export const inOneLine = (parts: readonly string[]) => parts.join(' · ').replaceAll('. · ', '. ')

/** Relaunches that did not come to what they were for. */
function problemsIn({ items }: Run): number {
  return items.filter(item => {
    const result = resultOf(item)
    return result === 'refused' || result === 'notSent' || result === 'unknown' || result === 'partly'
  }).length
}

/** The whole run in one line. */
export function useRunText(): (run: Run, now: number) => string {
  const { t } = useTranslation('many')
  const { exact } = useFormat()
  return (run, now) => {
    const { sessions, recovered, working, failing } = runFigures(run)
    const words = {
      count: sessions,
      sessions: exact(sessions),
      recovered: exact(recovered),
      working: exact(working),
      failing: exact(failing),
    }
    const following = t('run.following', words)
    const done = run.items.filter(({ state: { kind } }) => kind === 'answered' || kind === 'notSent').length
    const problems = problemsIn(run)
    const others = problems > 0 ? [t('run.problems', { count: problems, figure: exact(problems) })] : []
    if (!isUnfinished(run))
      return [isStill(run, now) ? t('run.still', { figures: following }) : following, ...others].join(' · ')
    const sent = t('run.sent', { count: run.items.length, done: exact(done), total: exact(run.items.length) })
    return [t(`run.state.${run.paused ?? 'running'}`), sent, ...(sessions > 0 ? [following] : []), ...others].join(
      ' · ',
    )
  }
}
