import type { DocumentKind } from '@roundtable/shared/framework'
import { useState } from 'react'
import { useText, type Text } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { useMoveTemplate, useTemplate } from './template.js'

interface TemplateLineProps {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly canEdit: boolean
}

/** Which template the document has. Whoever may write is offered a newer one, and told first what it would change. */
export function TemplateLine({ documentId, kind, canEdit }: TemplateLineProps) {
  const text = useText()
  const { t } = text
  const announce = useAnnounce()
  const [isAsking, setAsking] = useState(false)
  const { data } = useTemplate(documentId)
  const move = useMoveTemplate(documentId)
  if (!data) return null
  const { template, newer } = data
  const close = () => {
    setAsking(false)
    move.reset()
  }
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
      {newer && (
        <Dialog title={t('template.title', { name: newer.name, version: newer.version })} isOpen={isAsking && canEdit} onClose={close}>
          <FormProblem error={move.error} />
          <p>{t('template.keeps')}</p>
          <Changes title={t('template.adds')} names={newer.adds.map((code) => questionName(kind, code, text))} />
          <Changes title={t('template.rewords')} names={newer.rewords.map((code) => questionName(kind, code, text))} />
          {newer.adds.length + newer.rewords.length === 0 && <p>{t('template.nothing')}</p>}
          <div className="row">
            <Button
              look="primary"
              isPending={move.isPending}
              onPress={() =>
                move.mutate(newer, {
                  onSuccess: () => {
                    close()
                    announce(t('template.moved', { name: newer.name, version: newer.version }))
                  }
                })
              }
            >
              {t('template.move')}
            </Button>
            <Button onPress={close}>{t('template.leave')}</Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function Changes({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}

/** What a question is called in its kind of document. */
const NAMES: Readonly<Record<DocumentKind, (code: string) => string>> = {
  plain: () => 'plain.label',
  objectives: (code) => `objectives.${code}`,
  agreement: (code) => `clause.${code}.title`,
  roadmap: (code) => `task.${code}`,
  plan: (code) => `plan.${code}.heading`,
  principles: (code) => `principleName.${code}`
}

function questionName(kind: DocumentKind, code: string, { sentence }: Pick<Text, 'sentence'>): string {
  return sentence(NAMES[kind](code), 'field.unknownField', { name: code })
}
