import type { DocumentKind } from '@roundtable/shared/framework'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'
import { AgreementBody } from '../features/agreement/index.js'
import { DocumentFrame, PlainBody, useDocument } from '../features/document/index.js'
import { ObjectivesBody } from '../features/objectives/index.js'
import { RoadmapBody } from '../features/roadmap/index.js'
import { useText } from '../locales/use-text.js'
import { Page } from '../ui/page.js'
import { QueryState } from '../ui/query-state.js'

const BODIES: Readonly<Record<DocumentKind, ComponentType>> = {
  plain: PlainBody,
  objectives: ObjectivesBody,
  agreement: AgreementBody,
  roadmap: RoadmapBody
}

export function DocumentPage() {
  const { t } = useText()
  const { id = '' } = useParams()
  const document = useDocument(id)
  if (!document.data) {
    return (
      <Page title={t('document.opening')}>
        <QueryState query={document} waitingFor={t('document.loading')}>
          {() => null}
        </QueryState>
      </Page>
    )
  }
  const Body = BODIES[document.data.kind]
  return (
    <DocumentFrame key={document.data.id} view={document.data} width={document.data.kind === 'agreement' ? 'wide' : 'column'}>
      <Body />
    </DocumentFrame>
  )
}
