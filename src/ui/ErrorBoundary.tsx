/** Contains a crash to one part of the page, and to what that part showed when it crashed. */
import type { ReactNode } from 'react'
import { Component } from 'react'
import { useTranslation } from '@/i18n/translation'
import { EmptyState } from './EmptyState'
import { PlainButton } from './PlainButton'

interface Props {
  readonly children: ReactNode
  /** A key of the content: after a crash other content is drawn at once. */
  readonly of?: string
}

interface State {
  readonly hasFailed: boolean
  readonly of: string | undefined
}

function Crashed({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('common')
  return (
    <div role="alert">
      <EmptyState
        title={t('crash.title')}
        text={t('crash.text')}
        action={
          <PlainButton look="framed" onClick={onAgain}>
            {t('crash.again')}
          </PlainButton>
        }
      />
    </div>
  )
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, of: this.props.of }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { hasFailed: false, of }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <Crashed onAgain={() => this.setState({ hasFailed: false })} />
  }
}
