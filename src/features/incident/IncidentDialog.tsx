/** Causes of errors across sessions: one fault or thirty. Which cause, how many errors, in which sessions, since when. */
import type { ComponentType } from 'react'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { BoardView } from '@/domain/board-view'
import { causesAcross, incidentFigures, sortCauses, verdictOn } from '@/domain/incident'
import type { SessionListQuestion } from '@/domain/list-params'
import { useReasonWords } from '@/i18n/reason-words'
import { useTranslation } from '@/i18n/translation'
import type { IncidentScope } from '@/queries/incident'
import { useIncident } from '@/queries/incident'
import { useCredentials } from '@/stores/credentials'
import type { SeenSession } from '@/stores/selected-sessions'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { ListDialog } from '@/ui/ListDialog'
import { PlainButton } from '@/ui/PlainButton'
import { announce } from '@/ui/announce'
import { CauseTable } from './CauseTable'
import { IncidentSummary } from './IncidentSummary'
import { IncidentTools } from './IncidentTools'
import { useScopeText, useSearch, useVerdictText } from './incident-words'
import { useIncidentView } from './useIncidentView'

/** The question of a list without its order: the newest are looked at. */
function scopeOf(
  selected: Omit<Extract<IncidentScope, { kind: 'selected' }>, 'kind'> | undefined,
  all: SessionListQuestion,
) {
  const { sort, ...question } = all
  const scope: IncidentScope = selected === undefined ? { kind: 'list', question } : { kind: 'selected', ...selected }
  return scope
}

/** Says the end of the reading to those who do not see it. */
function useAnnouncedEnd(state: string, text: string): void {
  const say = useEffectEvent(() => announce(text))
  useEffect(() => {
    if (state === 'done') say()
  }, [state])
}

export interface IncidentDialogProps {
  readonly view: BoardView
  readonly question: SessionListQuestion
  /** Asks before sessions are relaunched. */
  readonly Preview: ComponentType<{ readonly selected: readonly SeenSession[]; readonly onClose: () => void }>
}

export function IncidentDialog({ view, question, Preview }: IncidentDialogProps) {
  const { t } = useTranslation('incident')
  const { t: tCommon } = useTranslation('common')
  const { t: tLists } = useTranslation('lists')
  const reason = useReasonWords(useCredentials(({ identity }) => identity?.role))
  const shownView = useIncidentView()
  const { view: own, update, setText, close } = shownView
  const scope = scopeOf(own.selected, question)
  const incident = useIncident(scope, own.size)
  const { reading } = incident
  const { sessions, error, state } = reading
  const causes = useMemo(() => causesAcross(sessions ?? []), [sessions])
  const figures = useMemo(() => incidentFigures(sessions ?? []), [sessions])
  const scopeText = useScopeText()
  const verdict = useVerdictText()(verdictOn(causes), figures)
  const search = useSearch()
  const shown = sortCauses(search(causes, own.text), own.sort)
  const [relaunched, setRelaunched] = useState<readonly SeenSession[]>()
  useAnnouncedEnd(state, sessions?.length === 0 ? tLists('empty.errors.sessions') : verdict)
  const all = { scope, reading, figures, causes, shown, text: own.text }
  return (
    <ListDialog title={t('title')} of={scopeText(scope)} close={tCommon('close')} onClose={close}>
      <IncidentSummary incident={incident} scope={scope} figures={figures} verdict={verdict} />
      {error !== undefined && (
        <ErrorPanel title={t('failed')} reason={reason(error)} error={error} onRetry={incident.goOn} />
      )}
      {sessions?.length === 0 && state !== 'failed' && (
        <EmptyState title={tLists('empty.errors.sessions')} isGood={reading.missing === 0} />
      )}
      {sessions !== undefined && sessions.length > 0 && <IncidentTools all={all} shownView={shownView} />}
      {causes.length > 0 && shown.length === 0 && (
        <EmptyState title={t('noMatch')} action={<PlainButton onClick={() => setText('')}>{t('clear')}</PlainButton>} />
      )}
      {shown.length > 0 && (
        <CauseTable
          causes={shown}
          figures={figures}
          // While it is read, every figure is one so far.
          isExact={figures.isExact || state === 'reading'}
          view={view}
          sort={own.sort}
          onSort={sort => update({ sort })}
          open={own.open}
          onOpen={open => update({ open })}
          onSelected={close}
          onRelaunch={setRelaunched}
        />
      )}
      {relaunched !== undefined && <Preview selected={relaunched} onClose={() => setRelaunched(undefined)} />}
    </ListDialog>
  )
}
