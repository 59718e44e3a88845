/** What failed, its status, the server's words, and another try; a long text is folded, never drawn as HTML. */
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from './PlainButton'

/** What of an error can be shown. */
interface ShownError {
  readonly status: number | undefined
  readonly messages: readonly string[]
  readonly detail: string | undefined
}

const Panel = styled('div')(({ theme }) => ({
  margin: 12,
  padding: '12px 16px',
  borderInlineStart: `4px solid ${theme.vars.palette.error.main}`,
  backgroundColor: theme.vars.palette.background.paper,
  overflowWrap: 'anywhere',
  '& p': { ...theme.typography.body2, margin: 0 },
  '& p:first-of-type': theme.typography.subtitle1,
  '& p small': { fontSize: 'inherit', color: theme.vars.palette.text.secondary },
}))

const Tools = styled('div')({ display: 'flex', gap: 8, marginTop: 8 })

const Words = styled('ul')({ margin: '4px 0 8px', paddingInlineStart: '1.25em' })

const Raw = styled('pre')({
  margin: '8px 0',
  maxHeight: 200,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.75rem',
})

const LONG = 400

function Message({ text }: { readonly text: string }) {
  const { t } = useTranslation('common')
  const [isWhole, setWhole] = useState(false)
  return (
    <li>
      <bdi translate="no">{isWhole || text.length <= LONG ? text : `${text.slice(0, LONG)}…`}</bdi>
      {text.length > LONG && (
        <PlainButton onClick={() => setWhole(!isWhole)}>{t(isWhole ? 'error.less' : 'error.more')}</PlainButton>
      )}
    </li>
  )
}

interface Props {
  readonly title: string
  /** Why, in a sentence of ours. */
  readonly reason?: string | undefined
  readonly error: ShownError
  readonly onRetry?: (() => void) | undefined
  readonly isRetrying?: boolean
  readonly children?: ReactNode
}

export function ErrorPanel({ title, reason, error, onRetry, isRetrying = false, children }: Props) {
  const { t } = useTranslation('common')
  const [isRawShown, setRawShown] = useState(false)
  const { status, messages, detail } = error
  return (
    <Panel role="alert">
      <p>{title}</p>
      {reason !== undefined && <p>{reason}</p>}
      {status !== undefined && (
        <p>
          <small>{t('error.status', { status })}</small>
        </p>
      )}
      {messages.length > 0 && (
        <>
          <p>
            <small>{t('error.fromServer')}</small>
          </p>
          <Words>
            {messages.map(message => (
              <Message key={message} text={message} />
            ))}
          </Words>
        </>
      )}
      {isRawShown && detail !== undefined && (
        <Raw translate="no" tabIndex={0} aria-label={t('error.detail')}>
          {detail}
        </Raw>
      )}
      {children}
      <Tools>
        {onRetry !== undefined && (
          <PlainButton look="framed" aria-disabled={isRetrying} onClick={() => !isRetrying && onRetry()}>
            {t(isRetrying ? 'pending' : 'retry')}
          </PlainButton>
        )}
        {detail !== undefined && (
          <PlainButton aria-expanded={isRawShown} onClick={() => setRawShown(!isRawShown)}>
            {t('error.detail')}
          </PlainButton>
        )}
      </Tools>
    </Panel>
  )
}
