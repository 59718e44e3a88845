/** The answer in one sentence, the window it is true for, what is missing from it, and how far the reading is. */
import { styled } from '@mui/material/styles'
import type { IncidentFigures } from '@/domain/incident'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import type { Incident, IncidentScope } from '@/queries/incident'
import { PlainButton } from '@/ui/PlainButton'
import { PrintedDate } from '@/ui/PrintedDate'
import { useTicking } from '@/ui/useNow'
import { FailedLists } from './FailedLists'
import { useNotes, useWindowText } from './incident-words'

const Box = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  padding: '2px 12px 6px',
  overflowWrap: 'anywhere',
  '& p': { margin: 0 },
  '& > ul': { margin: 0, padding: 0, listStyle: 'none', color: theme.vars.palette.text.secondary },
}))

const Verdict = styled('p')(({ theme }) => ({
  ...theme.typography.subtitle1,
  fontWeight: 600,
  // Its place is kept: what follows does not jump when it comes.
  minHeight: '1.75em',
}))

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 10px',
  minHeight: 32,
  color: theme.vars.palette.text.secondary,
  '& progress': { width: 160, maxWidth: '100%' },
}))

interface Props {
  readonly incident: Incident
  readonly scope: IncidentScope
  readonly figures: IncidentFigures
  readonly verdict: string
}

/** How far it is, with the button that stops it, goes on, or begins anew. */
function Progress({ incident, figures }: Pick<Props, 'incident' | 'figures'>) {
  const { t } = useTranslation('incident')
  const { exact, relative } = useFormat()
  const { reading, stop, goOn, reload } = incident
  const { state, sessions, at } = reading
  const age = useTicking(5000, now => t('progress.age', { age: relative(new Date(at).toISOString(), now) }))
  const { done, errors } = figures
  const words = { done: exact(done), total: exact(sessions?.length ?? 0), errors: exact(errors) }
  const lists = t('progress.lists', words)
  const text = sessions === undefined ? t('progress.sessions') : lists
  if (state === 'failed') return null
  const isReading = state === 'reading'
  const isDone = state === 'done'
  return (
    // Its figures change with every list: they are not announced each time.
    <>
      {!isDone && <progress value={sessions && done} max={Math.max(1, sessions?.length ?? 1)} aria-label={text} />}
      {/* One button before figures that change: neither it nor the focus on it moves. */}
      <PlainButton look={isDone ? 'plain' : 'framed'} onClick={isDone ? reload : isReading ? stop : goOn}>
        {t(isDone ? 'progress.reload' : isReading ? 'progress.stop' : 'progress.goOn')}
      </PlainButton>
      <span data-screen={isDone ? true : undefined}>
        {isDone ? age : isReading ? text : t('progress.stopped', { text })}
      </span>
    </>
  )
}

export function IncidentSummary({ incident, scope, figures, verdict }: Props) {
  const { t } = useTranslation('incident')
  const windowText = useWindowText()
  const notes = useNotes()(figures, incident.reading)
  const { sessions, state, at } = incident.reading
  if (sessions === undefined && state === 'failed') return null
  const hasVerdict = sessions !== undefined && sessions.length > 0 && (state === 'done' || figures.errors > 0)
  return (
    <Box>
      {sessions?.length !== 0 && (
        <Verdict>{hasVerdict && (state === 'done' ? verdict : t('verdict.soFar', { text: verdict }))}</Verdict>
      )}
      <Line>
        {sessions !== undefined && sessions.length > 0 && (
          <span>
            {windowText(scope, incident.reading)} <PrintedDate at={at} />
          </span>
        )}
        <Progress incident={incident} figures={figures} />
      </Line>
      {notes.length > 0 && (
        <ul>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {figures.failed.length > 0 && (
        <FailedLists failed={figures.failed} onRetry={incident.retry} isReading={state === 'reading'} />
      )}
    </Box>
  )
}
