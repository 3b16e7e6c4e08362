import type { DocumentKind } from '@roundtable/shared/framework'
import { useRef, useState } from 'react'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useFocusWhenGone } from '../../../lib/use-focus-when-gone.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { TemplateDialog, type Newer } from './template-dialog.js'
import { useTemplate } from './template.js'

interface TemplateLineProps {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly canEdit: boolean
}

/** Which template the document has. Whoever may write is offered a newer one, and told first what it would change. */
export function TemplateLine({ documentId, kind, canEdit }: TemplateLineProps) {
  const { t } = useText()
  const line = useRef<HTMLSpanElement>(null)
  const focusLine = useFocusAfter(() => line.current)
  const { data } = useTemplate(documentId)
  if (!data) return null
  const { template, newer } = data
  return (
    <div className="row caption muted">
      <span ref={line} tabIndex={-1}>
        {t('template.line', { name: template.name, version: template.version })}
      </span>
      {newer && canEdit && <NewerOffer {...{ documentId, kind, newer }} onGone={focusLine} />}
    </div>
  )
}

interface NewerOfferProps extends Omit<TemplateLineProps, 'canEdit'> {
  readonly newer: Newer
  readonly onGone: () => void
}

function NewerOffer({ documentId, kind, newer, onGone }: NewerOfferProps) {
  const { t } = useText()
  const offer = useFocusWhenGone<HTMLSpanElement>(onGone)
  const [isAsking, setAsking] = useState(false)
  return (
    <span ref={offer} className="no-print">
      <Button look="link" onPress={() => setAsking(true)}>
        {t('template.newer', { name: newer.name, version: newer.version })}
      </Button>
      {isAsking && <TemplateDialog {...{ documentId, kind, newer }} onClose={() => setAsking(false)} onMoved={onGone} />}
    </span>
  )
}
