/** The causes of the errors of two sessions side by side: read when asked to, with progress, up to a limit that is said. */
import LinearProgress from '@mui/material/LinearProgress'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { stepsWithoutList } from '@/domain/comparison'
import { LIST_RIGHTS, rightName } from '@/domain/rights'
import type { Session } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { useReasonWords } from '@/i18n/reason-words'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'
import { GROUPED, causeComparisonQuery, listsOf } from '@/queries/cause-comparison'
import { useMissingRights } from '@/queries/rights'
import { useCredentials } from '@/stores/credentials'
import { PlainButton } from '@/ui/PlainButton'
import { CausesOfOneList, useListTitle } from './CausesOfOneList'

interface Props {
  readonly before: Session
  readonly now: Session
}

/** The lists the user may read, and those not. */
function useLists({ before, now }: Props) {
  const lists = listsOf(before, now)
  const missing = useMissingRights([...new Set(lists.map(({ list }) => LIST_RIGHTS[list]))]).map(({ right }) => right)
  const isRefused = ({ list }: (typeof lists)[number]) => missing.includes(rightName(LIST_RIGHTS[list]))
  return { allowed: lists.filter(one => !isRefused(one)), refused: lists.filter(isRefused) }
}

export function CompareCauses(props: Props) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const words = useStepWords()
  const titleOf = useListTitle()
  const dialog = useId()
  const queryClient = useQueryClient()
  const [round, setRound] = useState(0)
  const [progress, setProgress] = useState({ read: 0, total: 0 })
  // A round is about the sessions as they were when it began: counters that move on do not change what was read.
  const [asked, setAsked] = useState(props)
  const { allowed, refused } = useLists(props)
  const unlisted = stepsWithoutList([props.before, props.now])
  const query = causeComparisonQuery(dialog, round, {
    ...asked,
    lists: allowed,
    onProgress: (read, total) => setProgress({ read, total }),
  })
  const { data, error, isFetching } = useQuery(query)
  const reason = useReasonWords(useCredentials(({ identity }) => identity?.role))
  const start = () => {
    setAsked(props)
    setProgress({ read: 0, total: 0 })
    setRound(round + 1)
  }
  const cancel = () => {
    void queryClient.cancelQueries({ queryKey: query.queryKey })
    setRound(0)
  }
  const share = { read: exact(progress.read), total: exact(progress.total) }
  const hasErrors = allowed.length + refused.length + unlisted.length > 0
  return (
    <section aria-label={t('usual.compare.causes')}>
      <h3>{t('usual.compare.causes')}</h3>
      {!hasErrors && <p>{t('usual.compare.noErrors')}</p>}
      {unlisted.length > 0 && (
        <p>{t('usual.compare.noList', { steps: unlisted.map(stepId => words(stepId).title).join(', ') })}</p>
      )}
      {refused.map(one => (
        <p key={`${one.list} ${one.part}`}>
          {titleOf(one)}: {t('usual.compare.noRight', { right: rightName(LIST_RIGHTS[one.list]) })}
        </p>
      ))}
      {allowed.length > 0 && !isFetching && data === undefined && (
        <p>{t('usual.compare.limit', { figure: exact(GROUPED) })}</p>
      )}
      {isFetching && (
        <>
          <p role="status">{t('usual.compare.reading', share)}</p>
          <LinearProgress
            aria-label={t('usual.compare.causes')}
            variant="determinate"
            value={(100 * progress.read) / Math.max(1, progress.total)}
          />
        </>
      )}
      {error !== null && !isFetching && (
        <p role="alert">{[t('usual.compare.listFailed'), reason(error), ...error.messages].join(' ')}</p>
      )}
      {data?.map(one => (
        <CausesOfOneList key={`${one.list} ${one.part}`} causes={one} before={asked.before} now={asked.now} />
      ))}
      {allowed.length > 0 && (
        <PlainButton look="framed" onClick={isFetching ? cancel : start}>
          {isFetching
            ? t('usual.compare.cancel')
            : data === undefined
              ? t('usual.compare.start')
              : t('usual.compare.again')}
        </PlainButton>
      )}
    </section>
  )
}
