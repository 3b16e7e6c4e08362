import type { PassagesKind } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useState } from 'react'
import type * as Y from 'yjs'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormDialog } from '../../../ui/form-dialog.js'
import { Link } from '../../../ui/link.js'
import { TextField } from '../../../ui/text-field.js'
import { firstWords, passageName } from './passage-words.js'
import { useReleasePassages } from './release-passages.js'
import { useSeenPassages } from './use-seen-passages.js'

interface PassagesDialogProps {
  readonly view: DocumentView
  readonly kind: PassagesKind
  readonly doc: Y.Doc
  readonly onClose: () => void
}

/** Shares parts of what a side keeps to itself: which, under which title, and then the way to the document they have become. */
export function PassagesDialog({ view, kind, doc, onClose }: PassagesDialogProps) {
  const text = useText()
  const { t } = text
  const announce = useAnnounce()
  const release = useReleasePassages(view.workspaceId, view.id)
  const [title, setTitle] = useState('')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [wasSent, setSent] = useState(false)
  const [hasChanged, setChanged] = useState(false)
  const { passages, hash } = useSeenPassages(doc, kind, hasChanged)
  // Of what was ticked and is gone meanwhile nothing is sent.
  const chosen = passages.map(({ id }) => id).filter((id) => ticked.includes(id))

  function send() {
    setSent(true)
    if (chosen.length === 0 || title.trim() === '') return
    release.mutate(
      { title, passages: chosen, seen: hash },
      {
        onSuccess: () => announce(t('passages.done')),
        onError: (error) => setChanged(error instanceof RoundtableError && error.code === 'changed_meanwhile')
      }
    )
  }

  if (release.data)
    return (
      <Dialog title={t('passages.done')} isOpen onClose={onClose}>
        <div className="stack">
          <p>{t('passages.doneLead')}</p>
          <div className="row">
            <Link to={`/documents/${release.data.id}`} look="primary">
              {t('passages.open', { title: release.variables.title })}
            </Link>
            <Button onPress={onClose}>{t('passages.close')}</Button>
          </div>
        </div>
      </Dialog>
    )
  return (
    <FormDialog
      title={t('passages.title')}
      submit={t('passages.submit')}
      error={hasChanged ? null : release.error}
      isPending={release.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      {hasChanged && (
        <Banner tone="caution" role="alert">
          <p>{t('passages.changed')}</p>
        </Banner>
      )}
      <p>{t('passages.lead')}</p>
      {passages.length === 0 ? (
        <p className="muted">{t('passages.none')}</p>
      ) : (
        <ChoiceGroup
          label={t('passages.which')}
          kind="many"
          choices={passages.map((passage) => ({ value: passage.id, label: passageName(kind, passage, text), hint: firstWords(passage) }))}
          chosen={chosen}
          error={wasSent && chosen.length === 0 ? t('passages.chooseSome') : undefined}
          onChange={setTicked}
        />
      )}
      <TextField
        label={t('passages.name')}
        hint={t('passages.nameHint')}
        value={title}
        maxLength={200}
        error={wasSent && title.trim() === '' ? t('form.required') : fieldProblem(release.error, 'title')}
        onChange={setTitle}
      />
    </FormDialog>
  )
}
