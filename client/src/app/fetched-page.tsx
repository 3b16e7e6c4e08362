import type { ComponentType } from 'react'
import { chunk, useChunk } from '../lib/chunk.js'
import { useText } from '../locales/use-text.js'
import { Page } from '../ui/page.js'
import { PartMissing } from '../ui/part-missing.js'
import { Waiting } from '../ui/waiting.js'

/** A page whose code is fetched when it is opened. Where that does not come, the shell stays and offers another try. */
export function fetchedPage(fetchPage: () => Promise<ComponentType>): ComponentType {
  const part = chunk(fetchPage)
  return function FetchedPage() {
    const { t } = useText()
    const { value: Fetched, isMissing, isFetching } = useChunk(part)
    if (Fetched) return <Fetched />
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
}
