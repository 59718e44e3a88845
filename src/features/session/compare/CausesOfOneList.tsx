/** The causes of one list of errors of two sessions: how many of each, which are new, which are gone. */
import { useMemo, useState } from 'react'
import type { CauseComparison, ReadCauses } from '@/domain/comparison'
import { compareCauses } from '@/domain/comparison'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useReasonWords } from '@/i18n/reason-words'
import { signed } from '@/i18n/signed'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'
import type { CausesOfList, ErrorListId } from '@/queries/cause-comparison'
import { useCredentials } from '@/stores/credentials'
import { PlainButton } from '@/ui/PlainButton'
import { SessionHeads } from './CompareCounters'
import { Table } from './parts'

/** The step, and the type of its requests where it has a list for each. */
export function useListTitle(): (list: ErrorListId) => string {
  const { t } = useTranslation('session')
  const words = useStepWords()
  return ({ stepId, part }) => {
    const { title } = words(stepId)
    return part === undefined ? title : t('usual.compare.typed', { step: title, type: t(`relaunch.type.${part}`) })
  }
}

/** How much was read of each side. */
function useWindow(): (session: Session, read: ReadCauses) => string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return ({ name }, { read, total, isComplete }) =>
    isComplete
      ? t('usual.compare.whole', { session: isolate(name), count: total, figure: exact(total) })
      : t('usual.compare.window', { session: isolate(name), read: exact(read), total: exact(total) })
}

interface RowProps {
  readonly cause: CauseComparison
}

function CauseLine({ cause }: RowProps) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const { pattern, before, now, difference, change } = cause
  const word =
    change === 'new' || change === 'gone' || change === 'notRead' ? t(`usual.compare.change.${change}`) : undefined
  return (
    <tr data-quiet={change === 'same' || undefined}>
      <th scope="row">{pattern === '' ? <i>{t('usual.compare.noText')}</i> : <bdi translate="no">{pattern}</bdi>}</th>
      <td>{exact(before)}</td>
      <td>{exact(now)}</td>
      <td>
        {signed(difference, exact)} {word}
      </td>
    </tr>
  )
}

interface Props {
  readonly causes: CausesOfList
  readonly before: Session
  readonly now: Session
}

export function CausesOfOneList({ causes, before, now }: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const reason = useReasonWords(useCredentials(({ identity }) => identity?.role))
  const title = useListTitle()(causes)
  const windowOf = useWindow()
  const [hasSame, setSame] = useState(false)
  const rows = useMemo(() => compareCauses(causes.before, causes.now), [causes])
  const same = rows.filter(({ change }) => change === 'same').length
  const shown = hasSame ? rows : rows.filter(({ change }) => change !== 'same')
  if (causes.error !== undefined) {
    const { messages } = causes.error
    return (
      <>
        <h4>{title}</h4>
        <p role="alert">{[t('usual.compare.listFailed'), reason(causes.error), ...messages].join(' ')}</p>
      </>
    )
  }
  return (
    <>
      <h4>{title}</h4>
      <p>{[windowOf(before, causes.before), windowOf(now, causes.now)].join(' · ')}</p>
      {rows.length === 0 && <p>{t('usual.compare.noCause')}</p>}
      {shown.length > 0 && (
        <Table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('usual.compare.cause')}</th>
              <SessionHeads before={before} now={now} />
              <th scope="col">{t('usual.compare.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(cause => (
              <CauseLine key={cause.pattern} cause={cause} />
            ))}
          </tbody>
        </Table>
      )}
      {same > 0 && (
        <PlainButton aria-expanded={hasSame} onClick={() => setSame(!hasSame)}>
          {hasSame
            ? t('usual.compare.hideSameCauses')
            : t('usual.compare.sameCauses', { count: same, figure: exact(same) })}
        </PlainButton>
      )}
    </>
  )
}
