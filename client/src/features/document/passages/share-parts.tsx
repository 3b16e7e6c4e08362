import { hasPassages } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useState } from 'react'
import type * as Y from 'yjs'
import { chunk, useChunk } from '../../../lib/chunk.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { PartMissing } from '../../../ui/part-missing.js'

const passagesChunk = chunk(async () => (await import('./passages-dialog.js')).PassagesDialog)

/** The button that opens the choice of parts; what it opens is fetched when it is first wanted. */
export function ShareParts({ view, doc }: { readonly view: DocumentView; readonly doc: Y.Doc }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const { value: PassagesDialog, isMissing, isFetching } = useChunk(passagesChunk, isOpen)
  if (!hasPassages(view.kind)) return null
  return (
    <>
      <Button isPending={isOpen && isFetching} onPress={() => setOpen(true)}>
        {t('release.parts')}
      </Button>
      {isOpen && isMissing && <PartMissing sentence={t('document.partMissing')} isFetching={isFetching} onRetry={passagesChunk.load} />}
      {isOpen && PassagesDialog && <PassagesDialog view={view} kind={view.kind} doc={doc} onClose={() => setOpen(false)} />}
    </>
  )
}
