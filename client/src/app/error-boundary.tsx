import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useText } from '../locales/use-text.js'
import { Banner } from '../ui/banner.js'
import { Button } from '../ui/button.js'
import { Page } from '../ui/page.js'

interface ErrorBoundaryProps {
  /** Another value (the path) gives the tree below another chance. */
  readonly resetKey: string
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly failedAt: string | null
}

/** What a screen's own failure shows: the sentence, and a way on. The details go to the console for whoever helps. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failedAt: null }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('A screen failed', error, info.componentStack)
    this.setState({ failedAt: this.props.resetKey })
  }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failedAt: '' }
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failedAt !== null && before.resetKey !== this.props.resetKey) this.setState({ failedAt: null })
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <Failure />
  }
}

function Failure() {
  const { t } = useText()
  return (
    <Page title={t('failure.title')}>
      <Banner tone="danger" role="alert">
        <p>{t('failure.lead')}</p>
      </Banner>
      <div className="row">
        <Button look="primary" onPress={() => window.location.reload()}>
          {t('failure.reload')}
        </Button>
        <Button onPress={() => window.location.assign('/initiatives')}>{t('failure.home')}</Button>
      </div>
    </Page>
  )
}
