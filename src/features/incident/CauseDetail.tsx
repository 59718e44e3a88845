/** An opened cause: its text in full, its dates, its sessions with links to the lists, and what is done with them. */
import { styled } from '@mui/material/styles'
import type { BoardView } from '@/domain/board-view'
import type { IncidentCause } from '@/domain/incident'
import { isUnfinished } from '@/domain/relaunch-run'
import { useFormat } from '@/i18n/format'
import { useTranslation } from '@/i18n/translation'
import { useRelaunchRun } from '@/stores/relaunch-run'
import { selectOnly } from '@/stores/selected-sessions'
import type { SeenSession } from '@/stores/selected-sessions'
import { FoldedText } from '@/ui/FoldedText'
import { PlainButton } from '@/ui/PlainButton'
import { ReasonedButton } from '@/ui/ReasonedButton'
import { TextExamples } from '@/ui/TextExamples'
import { notify } from '@/ui/notices'
import { CauseSessions } from './CauseSessions'
import { NARROW } from './cause-columns'

const Box = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  padding: '6px 12px 12px 140px',
  overflowWrap: 'anywhere',
  '& p': { margin: '4px 0' },
  '& h3': { ...theme.typography.subtitle2, margin: '8px 0 2px' },
  '& > ul:not([aria-label])': {
    margin: '2px 0 4px',
    paddingInlineStart: '1.25em',
    color: theme.vars.palette.text.secondary,
  },
  '& > ul bdi': { whiteSpace: 'pre-wrap' },
  '& .dates': { display: 'flex', flexWrap: 'wrap', columnGap: 24, color: theme.vars.palette.text.secondary },
  '& .actions': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, margin: '8px 0 4px' },
  [NARROW]: { paddingInlineStart: 12 },
}))

/** Lines of a text before it is unfolded. */
const FOLD_AFTER = 8
/** A text that has no room in its row. */
const isLong = (text: string) => text.length > 100 || text.includes('\n')

function Dates({ cause: { first, last }, isExact }: Pick<Props, 'cause' | 'isExact'>) {
  const { t } = useTranslation('incident')
  const { date } = useFormat()
  if (first === undefined || last === undefined) return <p>{t('detail.undated')}</p>
  return (
    <div className="dates">
      <span>{t(isExact ? 'detail.oldest' : 'detail.oldestLoaded', { date: date(first) })}</span>
      <span>{t('detail.newest', { date: date(last) })}</span>
    </div>
  )
}

interface Props {
  readonly cause: IncidentCause
  readonly isExact: boolean
  readonly view: BoardView
  readonly onSelected: () => void
  readonly onRelaunch: (sessions: readonly SeenSession[]) => void
}

export function CauseDetail({ cause, isExact, view, onSelected, onRelaunch }: Props) {
  const { t } = useTranslation('incident')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const isRunning = useRelaunchRun(({ run }) => run !== undefined && isUnfinished(run))
  const { pattern, examples, sessions } = cause
  const seen = sessions.map(({ session, at }) => ({ session, at }))
  const count = seen.length
  const figure = exact(count)
  return (
    <Box>
      {isLong(pattern) && <FoldedText name={t('detail.cause')} text={pattern} foldAfter={FOLD_AFTER} />}
      {examples.length > 0 && (
        <>
          <h3>{tRecords('causes.examples')}</h3>
          <TextExamples texts={examples} />
        </>
      )}
      <Dates cause={cause} isExact={isExact} />
      <p data-screen>{t('detail.note')}</p>
      <div className="actions" data-screen>
        <PlainButton
          look="framed"
          onClick={() => {
            selectOnly(seen)
            notify({ tone: 'success', text: t('detail.selected', { count, figure }) })
            onSelected()
          }}
        >
          {t('detail.select', { figure })}
        </PlainButton>
        <ReasonedButton
          look="framed"
          aria-haspopup="dialog"
          reason={isRunning ? t('detail.running') : undefined}
          onClick={() => onRelaunch(seen)}
        >
          {t('detail.relaunch', { figure })}
        </ReasonedButton>
      </div>
      <CauseSessions cause={cause} view={view} />
    </Box>
  )
}
