/** An error: its title, status, server message, and Retry; a long text is folded, never drawn as HTML. */
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/translation'
import { PlainButton } from './PlainButton'
import styles from './messages.module.css'

/** The parts of an error that can be shown. */
interface ShownError {
  readonly status: number | undefined
  readonly messages: readonly string[]
  readonly detail: string | undefined
}

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
  /** The reason, in a sentence of the dashboard. */
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
    <div className={styles['error']} role="alert">
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
          <ul className={styles['errorWords']}>
            {messages.map(message => (
              <Message key={message} text={message} />
            ))}
          </ul>
        </>
      )}
      {isRawShown && detail !== undefined && (
        <pre className={styles['errorDetail']} translate="no" tabIndex={0} aria-label={t('error.detail')}>
          {detail}
        </pre>
      )}
      {children}
      <div className={styles['errorTools']}>
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
      </div>
    </div>
  )
}
