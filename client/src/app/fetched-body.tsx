import type { ComponentType } from 'react'
import { chunk, useChunk } from '../lib/chunk.js'
import { useText } from '../locales/use-text.js'
import { PartMissing } from '../ui/part-missing.js'
import { Waiting } from '../ui/waiting.js'

/** A document's body whose code is fetched when one of its kind is opened. Where that does not come, the document's frame stays. */
export function fetchedBody(fetchBody: () => Promise<ComponentType>): ComponentType {
  const part = chunk(fetchBody)
  return function FetchedBody() {
    const { t } = useText()
    const { value: Fetched, isMissing, isFetching } = useChunk(part)
    if (Fetched) return <Fetched />
    if (isMissing) return <PartMissing sentence={t('shell.partMissing')} isFetching={isFetching} onRetry={part.load} />
    return <Waiting>{t('shell.opening')}</Waiting>
  }
}
