import type { DocumentKind } from '@roundtable/shared/framework'
import { useState } from 'react'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { TemplateDialog } from './template-dialog.js'
import { useTemplate } from './template.js'

interface TemplateLineProps {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly canEdit: boolean
}

/** Which template the document has. Whoever may write is offered a newer one, and told first what it would change. */
export function TemplateLine({ documentId, kind, canEdit }: TemplateLineProps) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const { data } = useTemplate(documentId)
  if (!data) return null
  const { template, newer } = data
  return (
    <div className="row caption muted">
      <span>{t('template.line', { name: template.name, version: template.version })}</span>
      {newer && canEdit && (
        <span className="no-print">
          <Button look="link" onPress={() => setAsking(true)}>
            {t('template.newer', { name: newer.name, version: newer.version })}
          </Button>
        </span>
      )}
      {newer && canEdit && isAsking && (
        <TemplateDialog documentId={documentId} kind={kind} newer={newer} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}
