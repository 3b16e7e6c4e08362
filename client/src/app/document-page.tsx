import type { DocumentKind } from '@roundtable/shared/framework'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'
import { DocumentFrame, PlainBody, useDocument } from '../features/document/index.js'
import { ObjectivesBody } from '../features/objectives/index.js'
import { PlanBody } from '../features/plan/index.js'
import { PrinciplesBody } from '../features/principles/index.js'
import { RoadmapBody } from '../features/roadmap/index.js'
import { useText } from '../locales/use-text.js'
import { PendingPage } from '../ui/pending-page.js'
import { fetchedBody } from './fetched-body.js'

/** The largest of the bodies: whoever opens another kind does without it. */
const AgreementBody = fetchedBody(async () => (await import('../features/agreement/index.js')).AgreementBody)

const BODIES: Readonly<Record<DocumentKind, ComponentType>> = {
  plain: PlainBody,
  objectives: ObjectivesBody,
  agreement: AgreementBody,
  roadmap: RoadmapBody,
  plan: PlanBody,
  principles: PrinciplesBody
}

export function DocumentPage() {
  const { t } = useText()
  const { id = '' } = useParams()
  const document = useDocument(id)
  if (!document.data) return <PendingPage query={document} title={t('document.opening')} waitingFor={t('document.loading')} />
  const Body = BODIES[document.data.kind]
  return (
    <DocumentFrame
      key={`${document.data.id}/${document.data.epoch}`}
      view={document.data}
      width={document.data.kind === 'agreement' ? 'wide' : 'column'}
    >
      <Body />
    </DocumentFrame>
  )
}
