/** A fault of ours stays where it happened: the rest of the page lives on. */
import type { ReactNode } from 'react'
import { Component } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'
import { PlainButton } from './PlainButton'

interface Props {
  readonly children: ReactNode
}

interface State {
  readonly hasFailed: boolean
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
  override state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <Crashed onAgain={() => this.setState({ hasFailed: false })} />
  }
}
