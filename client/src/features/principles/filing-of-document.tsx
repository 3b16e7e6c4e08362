import { chunk, useChunk } from '../../lib/chunk.js'
import { useText } from '../../locales/use-text.js'
import { PartMissing } from '../../ui/part-missing.js'
import { Waiting } from '../../ui/waiting.js'

const filing = chunk(async () => (await import('./filing-section.js')).FilingSection)

/** Filing: fetched beside the answers, which do not wait for it. */
export function FilingOfDocument() {
  const { t } = useText()
  const { value: Section, isMissing, isFetching } = useChunk(filing)
  if (isMissing) return <PartMissing sentence={t('document.partMissing')} isFetching={isFetching} onRetry={filing.load} />
  return Section ? <Section /> : <Waiting>{t('document.partLoading')}</Waiting>
}
