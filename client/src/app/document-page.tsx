import type { DocumentKind } from '@roundtable/shared/framework'
import type { DocumentView } from '@roundtable/shared/protocol'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'
import { DocumentFrame, PlainBody, useDocument } from '../features/document/index.js'
import { chunk, useChunk, type Chunk } from '../lib/chunk.js'
import { addWords } from '../locales/catalogue.js'
import { useText } from '../locales/use-text.js'
import { PartMissing } from '../ui/part-missing.js'
import { PendingPage } from '../ui/pending-page.js'
import { Waiting } from '../ui/waiting.js'

/** What is written in each kind of document: fetched when one of the kind is opened, while its text comes over the line. */
const BODIES: Readonly<Record<DocumentKind, Chunk<ComponentType>>> = {
  plain: chunk(() => Promise.resolve(PlainBody)),
  objectives: chunk(async () => (await import('../features/objectives/index.js')).ObjectivesBody),
  agreement: chunk(async () => (await import('../features/agreement/index.js')).AgreementBody),
  roadmap: chunk(async () => {
    const [{ RoadmapBody }] = await Promise.all([import('../features/roadmap/index.js'), addWords(import('../locales/parts/roadmap.js'))])
    return RoadmapBody
  }),
  plan: chunk(async () => (await import('../features/plan/index.js')).PlanBody),
  principles: chunk(async () => (await import('../features/principles/index.js')).PrinciplesBody)
}

export function DocumentPage() {
  const { t } = useText()
  const { id = '' } = useParams()
  const document = useDocument(id)
  if (!document.data) return <PendingPage query={document} title={t('document.opening')} waitingFor={t('document.loading')} />
  return <OneDocument key={`${document.data.id}/${document.data.epoch}`} view={document.data} />
}

function OneDocument({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const part = BODIES[view.kind]
  const { value: Body, isMissing, isFetching } = useChunk(part)
  return (
    <DocumentFrame view={view} width={view.kind === 'agreement' ? 'wide' : 'column'}>
      {Body ? (
        <Body />
      ) : isMissing ? (
        <PartMissing sentence={t('shell.partMissing')} isFetching={isFetching} onRetry={part.load} />
      ) : (
        <Waiting>{t('shell.loading')}</Waiting>
      )}
    </DocumentFrame>
  )
}
