/** What of the session is far from the usual, as one line that opens into a table; quiet when nothing is. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Session } from '@/domain/session'
import type { Comparison } from '@/domain/usual'
import { COMPARED, LEAST_DIFFERENCE, compareWithUsual } from '@/domain/usual'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useTranslation } from '@/i18n/translation'
import { earlierSessionsQuery } from '@/queries/recent-sessions'
import { InfoTooltip } from '@/ui/InfoTooltip'
import { PlainButton } from '@/ui/PlainButton'
import { useRowWords } from './useRowWords'
import styles from './usual.module.css'

type Compared = Extract<Comparison, { readonly kind: 'compared' }>

/** How many sessions the usual comes from; said with emphasis when they are few. */
function useBasis(): (found: Compared) => string {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  return ({ sessions: { length: count } }) =>
    t(count < COMPARED ? 'usual.basis' : 'usual.basisFull', { count, figure: exact(count) })
}

function FarRows({ found }: { readonly found: Compared }) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const words = useRowWords()
  const basis = useBasis()
  // The table says the same as the sentence.
  const [isOpen, setOpen] = useState(false)
  const rows = found.rows.map(words)
  const far = t('usual.far', { count: rows.length, figure: exact(rows.length) })
  return (
    <details className={styles['far']} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {isOpen ? far : t('usual.farItems', { far, items: rows.map(({ sentence }) => sentence).join(' · ') })}{' '}
        <small>({basis(found)})</small>
      </summary>
      <table className={styles['table']}>
        <thead>
          <tr>
            {(['step', 'figure', 'now', 'usual', 'difference'] as const).map(head => (
              <th key={head} scope="col">
                {t(`usual.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, step, label, now, usual, difference, isError }) => (
            <tr key={key} data-error={isError || undefined}>
              <th scope="row">{step}</th>
              <td>{label}</td>
              <td>{now}</td>
              <td>{usual}</td>
              <td>{difference}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('usual.rule', { figure: exact(LEAST_DIFFERENCE) })} {found.isUnfinished && t('usual.running')}
      </p>
      <p>{t('usual.with', { sessions: found.sessions.map(({ name }) => isolate(name)).join(', ') })}</p>
    </details>
  )
}

function Found({ found }: { readonly found: Comparison }) {
  const { t } = useTranslation('session')
  const { exact } = useFormat()
  const basis = useBasis()
  if (found.kind === 'first')
    return (
      <p>
        <InfoTooltip hint={t('usual.firstHint')}>{t('usual.first')}</InfoTooltip>
      </p>
    )
  if (found.kind === 'unfinished') return <p>{t('usual.unfinished')}</p>
  if (found.kind !== 'compared')
    return <p>{t(`usual.${found.kind}`, { count: found.read, figure: exact(found.read) })}</p>
  if (found.rows.length > 0) return <FarRows found={found} />
  return (
    <p title={t('usual.rule', { figure: exact(LEAST_DIFFERENCE) })}>
      {t(found.isUnfinished ? 'usual.asUsualSoFar' : 'usual.asUsual')} <small>({basis(found)})</small>
    </p>
  )
}

export interface AgainstProps {
  readonly session: Session
}

export function Against({ session }: AgainstProps) {
  const { t } = useTranslation('session')
  const { t: tCommon } = useTranslation('common')
  const { data, isError, refetch } = useQuery(earlierSessionsQuery(session))
  const found = useMemo(() => data && compareWithUsual(session, data), [data, session])
  return (
    <section aria-label={t('usual.title')}>
      {found !== undefined && <Found found={found} />}
      {found === undefined && isError && (
        <p>
          {t('usual.failed')} <PlainButton onClick={() => void refetch()}>{tCommon('retry')}</PlainButton>
        </p>
      )}
      {found === undefined && !isError && <p>{t('usual.loading')}</p>}
    </section>
  )
}
