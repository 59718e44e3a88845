/** The lists that could not be loaded, each with its session and why; the others go on. */
import { styled } from '@mui/material/styles'
import type { FailedList } from '@/domain/incident'
import { sessionKey } from '@/domain/session'
import { useFormat } from '@/i18n/format'
import { isolate } from '@/i18n/isolate'
import { useReasonWords } from '@/i18n/reason-words'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from '@/ui/PlainButton'
import { usePlaceText } from './incident-words'

const Box = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: '2px 10px',
  color: theme.vars.palette.error.main,
  '& summary': { cursor: 'pointer', lineHeight: '30px' },
  '& details': { minWidth: 0 },
  '& ul': {
    margin: '0 0 4px',
    maxHeight: '20vh',
    overflow: 'auto',
    paddingInlineStart: '1.25em',
    color: theme.vars.palette.text.secondary,
  },
}))

/** Of the words of the server. */
const LONGEST = 200

interface Props {
  readonly failed: readonly FailedList[]
  readonly onRetry: () => void
  readonly isReading: boolean
}

export function FailedLists({ failed, onRetry, isReading }: Props) {
  const { t } = useTranslation('incident')
  const { exact } = useFormat()
  const reason = useReasonWords()
  const place = usePlaceText()
  const title = t('note.failed', { count: failed.length, figure: exact(failed.length) })
  return (
    <Box>
      <details>
        <summary>{title}</summary>
        <ul aria-label={title} tabIndex={0}>
          {failed.map(({ session, list, error }) => (
            <li key={`${sessionKey(session)} ${list.list} ${list.part ?? ''}`}>
              {t('note.row', {
                source: isolate(session.source),
                session: isolate(session.name),
                list: place(list),
                reason: [
                  reason(error),
                  ...(error.status === undefined ? [] : [`(${error.status})`]),
                  ...error.messages.map(message => message.slice(0, LONGEST)),
                ].join(' '),
              })}
            </li>
          ))}
        </ul>
      </details>
      {!isReading && (
        <PlainButton look="framed" onClick={onRetry}>
          {t('note.retry')}
        </PlainButton>
      )}
    </Box>
  )
}
