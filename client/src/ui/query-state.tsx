import type { ReactNode } from 'react'
import { isRefused, sentenceOfError } from '../lib/error-sentence.js'
import { Unreachable } from '../lib/request.js'
import { useFormat } from '../locales/use-format.js'
import { useText } from '../locales/use-text.js'
import { Banner } from './banner.js'
import { Button } from './button.js'
import { Icon } from './icon.js'
import { Waiting } from './waiting.js'

export interface Query<T> {
  readonly data: T | undefined
  readonly error: unknown
  readonly dataUpdatedAt: number
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

interface QueryStateProps<T> {
  readonly query: Query<T>
  readonly waitingFor: string
  readonly children: (data: T) => ReactNode
}

/** What was asked for, or that it is on its way, or why it did not come; what came earlier stays readable with its time. */
export function QueryState<T>({ query, waitingFor, children }: QueryStateProps<T>) {
  const { t } = useText()
  const { moment } = useFormat()
  // That the server is away, and how old the page is, stands above every page.
  const isSaidAbove = query.data !== undefined && query.error instanceof Unreachable
  // Asked again it would be refused again: said plainly, and nothing to press.
  if (query.data === undefined && isRefused(query.error))
    return (
      <div className="why-not">
        <Icon name="readOnly" />
        <span>{sentenceOfError(query.error, t)}</span>
      </div>
    )
  const failure = query.error != null && !isSaidAbove && (
    <Banner tone="danger" role="alert">
      <p>{sentenceOfError(query.error, t)}</p>
      {query.data !== undefined && <p>{t('query.stale', { at: moment(new Date(query.dataUpdatedAt)) })}</p>}
      <div className="row">
        <Button isPending={query.isFetching} onPress={() => void query.refetch()}>
          {t('query.again')}
        </Button>
      </div>
    </Banner>
  )
  if (query.data === undefined) return failure || <Waiting>{waitingFor}</Waiting>
  return (
    <>
      {failure}
      {children(query.data)}
    </>
  )
}
