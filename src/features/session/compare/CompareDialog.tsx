/** Two sessions of one source side by side: the one that is open, and one that is chosen; the one before it unless another is. */
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isEarlier, newestFirst } from '@/domain/pulse'
import type { ServiceError } from '@/domain/service-error'
import type { Session } from '@/domain/session'
import { isSameSession } from '@/domain/session'
import { isolate } from '@/i18n/isolate'
import { useReasonWords } from '@/i18n/reason-words'
import { useTranslation } from '@/i18n/translation'
import { earlierSessionsQuery, otherSessionsQuery } from '@/queries/recent-sessions'
import { useCredentials } from '@/stores/credentials'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { SearchField } from '@/ui/SearchField'
import { CompareCauses } from './CompareCauses'
import { CompareCounters } from './CompareCounters'
import { Body, Chooser } from './parts'

export interface CompareDialogProps {
  readonly session: Session
  readonly onClose: () => void
}

const NONE: readonly Session[] = []

/** The newest of those before it; of the first one the next after it. */
function usualOther(session: Session, others: readonly Session[]): Session | undefined {
  const sorted = newestFirst(others)
  return sorted.find(one => isEarlier(one, session)) ?? sorted.at(-1)
}

interface Choice {
  readonly other: Session | undefined
  readonly name: string
  readonly suggestions: readonly string[]
  readonly choose: (name: string) => void
  readonly search: (text: string | undefined) => void
  readonly isLoading: boolean
  readonly query: { readonly error: ServiceError | null; readonly isFetching: boolean; readonly retry: () => void }
  readonly hasNone: boolean
}

/** Which session it is compared with: known by its name, which is unique within the source. */
function useOther(session: Session): Choice {
  const { source } = session
  const recent = useQuery(earlierSessionsQuery(session))
  const [typed, setTyped] = useState<string>()
  const [text, setText] = useState('')
  const found = useQuery({ ...otherSessionsQuery(source, text), enabled: text !== '' })
  const others = (sessions: readonly Session[]) => sessions.filter(one => !isSameSession(one, session))
  const known = others(recent.data?.sessions ?? NONE)
  const matching = text === '' ? newestFirst(known).slice(0, 10) : others(found.data ?? NONE)
  const name = typed ?? usualOther(session, known)?.name ?? ''
  const other = [...matching, ...known].find(one => one.name === name)
  // What was chosen stays, although it is among no suggestions any more.
  const [kept, setKept] = useState<Session>()
  if (other !== undefined && other !== kept) setKept(other)
  const failed = recent.error === null ? found : recent
  return {
    other: other ?? (kept?.name === name ? kept : undefined),
    name,
    suggestions: matching.map(one => one.name),
    choose: setTyped,
    // The list opened by an arrow key has all of them, not the one that is there.
    search: next => setText(next === name ? '' : (next ?? text)),
    isLoading: recent.isPending || (text !== '' && found.isPending),
    query: { error: failed.error, isFetching: failed.isFetching, retry: () => void failed.refetch() },
    hasNone: recent.data !== undefined && known.length === 0 && recent.data.total <= 1,
  }
}

export function CompareDialog({ session, onClose }: CompareDialogProps) {
  const { t } = useTranslation('session')
  const { t: tCommon } = useTranslation('common')
  const reason = useReasonWords(useCredentials(({ identity }) => identity?.role))
  const { other, name, suggestions, choose, search, isLoading, query, hasNone } = useOther(session)
  const { error } = query
  return (
    <ConfirmDialog
      open
      isWide
      title={t('usual.compare.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{tCommon('close')}</Button>}
    >
      <Body>
        <p>{t('usual.compare.of', { source: isolate(session.source) })}</p>
        {hasNone ? (
          <p role="status">{t('usual.compare.none')}</p>
        ) : (
          <Chooser>
            <span aria-hidden>{t('usual.compare.field')}</span>
            <SearchField
              label={t('usual.compare.field')}
              value={name}
              onChange={choose}
              suggestions={suggestions}
              onQuery={search}
            />
          </Chooser>
        )}
        {error !== null && (
          <ErrorPanel
            title={t('usual.compare.failed')}
            reason={reason(error)}
            error={error}
            onRetry={query.retry}
            isRetrying={query.isFetching}
          />
        )}
        {other === undefined && !hasNone && error === null && (
          <p role="status">{isLoading ? t('usual.compare.loading') : t('usual.compare.missing')}</p>
        )}
        {other !== undefined && (
          <>
            <CompareCounters before={other} now={session} />
            <CompareCauses key={other.id} before={other} now={session} />
          </>
        )}
      </Body>
    </ConfirmDialog>
  )
}
