import type { DocumentKind } from '@roundtable/shared/framework'
import type { TemplateView } from '@roundtable/shared/protocol'
import { useText, type Text } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { QueryState } from '../../../ui/query-state.js'
import { useMoveTemplate, useTemplateChanges } from './template.js'

export type Newer = NonNullable<TemplateView['newer']>

interface TemplateDialogProps {
  readonly documentId: string
  readonly kind: DocumentKind
  readonly newer: Newer
  readonly onClose: () => void
  readonly onMoved: () => void
}

/** What moving to the newer template would change, before anything is moved. */
export function TemplateDialog({ documentId, kind, newer, onClose, onMoved }: TemplateDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const query = useTemplateChanges(documentId)
  const move = useMoveTemplate(documentId)
  const submit = (shown: Newer) =>
    move.mutate(shown, {
      onSuccess: () => {
        onClose()
        onMoved()
        announce(t('template.moved', { name: shown.name, version: shown.version }))
      }
    })
  return (
    <Dialog title={t('template.title', { name: newer.name, version: newer.version })} isOpen onClose={onClose}>
      <FormProblem error={move.error} />
      <p>{t('template.keeps')}</p>
      <QueryState query={query} waitingFor={t('template.loading')}>
        {({ newer: shown }) =>
          shown?.changes && (
            <>
              <WhatChanges kind={kind} changes={shown.changes} />
              <div className="row">
                <Button look="primary" isPending={move.isPending} onPress={() => submit(shown)}>
                  {t('template.move')}
                </Button>
                <Button onPress={onClose}>{t('template.leave')}</Button>
              </div>
            </>
          )
        }
      </QueryState>
    </Dialog>
  )
}

interface WhatChangesProps {
  readonly kind: DocumentKind
  readonly changes: NonNullable<Newer['changes']>
}

function WhatChanges({ kind, changes: { adds, rewords } }: WhatChangesProps) {
  const text = useText()
  const { t } = text
  if (adds.length + rewords.length === 0) return <p>{t('template.nothing')}</p>
  return (
    <>
      <Names title={t('template.adds')} names={adds.map((code) => questionName(kind, code, text))} />
      <Names title={t('template.rewords')} names={rewords.map((code) => questionName(kind, code, text))} />
    </>
  )
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
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
