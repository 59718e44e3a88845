/** One cause across sessions: pressed anywhere, it opens. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import type { IncidentCause } from '@/domain/incident'
import { useFormat } from '@/i18n/format'
import { useStepWords } from '@/i18n/step-words'
import { useTranslation } from '@/i18n/translation'
import { Icon } from '@/ui/Icon'
import { TimeSpan } from '@/ui/TimeSpan'
import { isRepeatedClick } from '@/ui/gestures'
import { COLUMNS_OF_CAUSES, NARROW } from './cause-columns'
import { useShareText } from './incident-words'

const Row = styled('div')(({ theme }) => ({
  ...COLUMNS_OF_CAUSES,
  ...theme.typography.body2,
  position: 'relative',
  paddingBlock: 6,
  overflowWrap: 'anywhere',
  'div + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '&:hover': { backgroundColor: theme.vars.palette.action.hover },
  '&[data-open=true]': {
    backgroundColor: theme.vars.palette.action.selected,
    boxShadow: `inset 4px 0 0 ${theme.vars.palette.primary.main}`,
  },
  '& [data-column=errors], & [data-column=sessions]': { textAlign: 'end' },
  '& b': { display: 'block', color: theme.vars.palette.error.main },
  '& small': { fontSize: 'inherit', color: theme.vars.palette.text.secondary },
  // Hovered for their exact dates, over the button that covers the row.
  '& time': { position: 'relative', zIndex: 1 },
  [NARROW]: {
    ...COLUMNS_OF_CAUSES[NARROW],
    '& [data-column=errors] b': { display: 'inline' },
    '& [data-column=sessions]': { gridArea: '1 / 3' },
    '& [data-column=cause]': { gridArea: '2 / 1 / auto / -1' },
    '& [data-column=steps]': { gridArea: '3 / 1 / auto / 3' },
    '& [data-column=dates]': { gridArea: '3 / 3', textAlign: 'end' },
  },
}))

const Cause = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 6,
  '& bdi, & i': {
    minWidth: 0,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    whiteSpace: 'pre-wrap',
  },
})

const Toggle = styled('button')(({ theme }) => ({
  all: 'unset',
  boxSizing: 'border-box',
  flex: 'none',
  width: 20,
  height: 20,
  fontSize: 20,
  lineHeight: 0,
  color: theme.vars.palette.text.secondary,
  cursor: 'pointer',
  // The whole row is the button.
  '&::after': { content: '""', position: 'absolute', inset: 0 },
  '&:focus-visible::after': { outline: `2px solid ${theme.vars.palette.primary.main}`, outlineOffset: -2 },
}))

interface Props {
  readonly cause: IncidentCause
  /** The sessions looked at. */
  readonly of: number
  /** It has no errors but those counted. */
  readonly isExact: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** What is shown of it while it is open. */
  readonly children: ReactNode
}

export function CauseRow({ cause, of, isExact, isOpen, onToggle, children }: Props) {
  const { t } = useTranslation('incident')
  const { t: tRecords } = useTranslation('records')
  const { exact } = useFormat()
  const shareText = useShareText()
  const step = useStepWords()
  const id = useId()
  const { pattern, count, share, sessions, steps, first, last } = cause
  const toggle = useRef<HTMLButtonElement>(null)
  const [wasOpen] = useState(isOpen)
  useEffect(() => {
    // Back, or a reload, returns to it; what is used meanwhile keeps the focus.
    const dialog = toggle.current?.closest('[role=dialog]')
    const { activeElement } = document
    const isUsed = activeElement !== dialog && dialog?.contains(activeElement) === true
    if (wasOpen && !isUsed) toggle.current?.focus()
  }, [wasOpen])
  return (
    <>
      <Row role="row" data-open={isOpen}>
        <div role="cell" data-column="errors">
          <b>{isExact ? exact(count) : t('atLeast', { figure: exact(count) })}</b>{' '}
          <small title={t('share', { share: shareText(share) })}>{shareText(share)}</small>
        </div>
        <Cause role="cell" data-column="cause">
          <Toggle
            ref={toggle}
            type="button"
            aria-expanded={isOpen}
            aria-labelledby={id}
            onClick={event => {
              if (!isRepeatedClick(event)) onToggle()
            }}
          >
            <Icon name={isOpen ? 'up' : 'down'} />
          </Toggle>
          {pattern === '' ? (
            <i id={id}>{tRecords('causes.none')}</i>
          ) : (
            <bdi id={id} translate="no">
              {pattern}
            </bdi>
          )}
        </Cause>
        <div role="cell" data-column="sessions">
          {t('ofSessions', { figure: exact(sessions.length), total: exact(of) })}
        </div>
        <div role="cell" data-column="steps">
          {steps.map(({ stepId }) => step(stepId).title).join(', ')}
        </div>
        <div role="cell" data-column="dates">
          <small>
            <TimeSpan first={first} last={last} />
          </small>
        </div>
      </Row>
      {isOpen && (
        <div role="row">
          <div role="cell" aria-colspan={5}>
            {children}
          </div>
        </div>
      )}
    </>
  )
}
