import { chunk, useChunk } from '../lib/chunk.js'
import { useText } from '../locales/use-text.js'
import { Page } from '../ui/page.js'
import { PartMissing } from '../ui/part-missing.js'
import { Waiting } from '../ui/waiting.js'

/** Documents bring Yjs with them: it is fetched when one is opened. */
const documentChunk = chunk(async () => (await import('./document-page.js')).DocumentPage)

export function DocumentRoute() {
  const { t } = useText()
  const { value: DocumentPage, isMissing, isFetching } = useChunk(documentChunk)
  if (DocumentPage) return <DocumentPage />
  return (
    <Page title={t('document.opening')}>
      {isMissing ? (
        <PartMissing sentence={t('document.partMissing')} isFetching={isFetching} onRetry={documentChunk.load} />
      ) : (
        <Waiting>{t('document.loading')}</Waiting>
      )}
    </Page>
  )
}
