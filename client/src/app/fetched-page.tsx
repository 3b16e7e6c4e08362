import type { ComponentType } from 'react'
import { chunk, useChunk } from '../lib/chunk.js'
import { useText } from '../locales/use-text.js'
import { Page } from '../ui/page.js'
import { PartMissing } from '../ui/part-missing.js'
import { Waiting } from '../ui/waiting.js'

/** Fetched when it is shown, or before that when it is expected to be. */
type Fetched = ComponentType & { readonly load: () => void }

/** A page whose code is fetched when it is opened. Where that does not come, the shell stays and offers another try. */
export function fetchedPage(fetchPage: () => Promise<ComponentType>): Fetched {
  const part = chunk(fetchPage)
  function FetchedPage() {
    const { t } = useText()
    const { value: Content, isMissing, isFetching } = useChunk(part)
    if (Content) return <Content />
    return (
      <Page title={t('shell.opening')}>
        {isMissing ? (
          <PartMissing sentence={t('shell.partMissing')} isFetching={isFetching} onRetry={part.load} />
        ) : (
          <Waiting>{t('shell.loading')}</Waiting>
        )}
      </Page>
    )
  }
  return Object.assign(FetchedPage, { load: part.load })
}
