import { useState, type FormEvent } from 'react'
import { isSafeHref } from '@roundtable/shared/document'
import type { Editor } from '@tiptap/core'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { TextField } from '../../../ui/text-field.js'
import { addressFrom } from './address.js'

interface LinkDialogProps {
  readonly editor: Editor
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function LinkDialog({ editor, isOpen, onClose }: LinkDialogProps) {
  const { t } = useText()
  return (
    <Dialog title={t('editor.link')} isOpen={isOpen} onClose={onClose}>
      <LinkForm editor={editor} onClose={onClose} />
    </Dialog>
  )
}

function LinkForm({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const { t } = useText()
  const before: unknown = editor.getAttributes('link').href
  const [typed, setTyped] = useState(typeof before === 'string' ? before : '')
  const [isWrong, setWrong] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    const href = addressFrom(typed)
    if (!isSafeHref(href)) return setWrong(true)
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && before === undefined) {
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    } else {
      chain.setLink({ href }).run()
    }
    onClose()
  }

  function remove() {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        label={t('editor.linkAddress')}
        hint={t('editor.linkHint')}
        type="url"
        autoFocus
        autoCapitalize="none"
        value={typed}
        onChange={setTyped}
        error={isWrong ? t('editor.linkWrong') : undefined}
      />
      <div className="row">
        <Button look="primary" type="submit">
          {t('editor.linkSet')}
        </Button>
        {before !== undefined && (
          <Button look="danger" onPress={remove}>
            {t('editor.linkRemove')}
          </Button>
        )}
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
      </div>
    </form>
  )
}
