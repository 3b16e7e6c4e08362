import { mentionOf } from '@roundtable/shared/document'
import { FRAMEWORK_PARAGRAPHS } from '@roundtable/shared/framework'
import type { Editor } from '@tiptap/core'
import { useMemo } from 'react'
import { useChunk } from '../../../lib/chunk.js'
import { isMessageKey } from '../../../locales/catalogue.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { ComboField } from '../../../ui/combo-field.js'
import { Dialog } from '../../../ui/dialog.js'
import { Waiting } from '../../../ui/waiting.js'
import { PartMissing } from '../../../ui/part-missing.js'
import { MENTION } from '../rich-text/framework-paragraph.js'
import { paragraphsChunk } from './paragraph-words.js'

interface ParagraphDialogProps {
  readonly editor: Editor
  readonly onClose: () => void
}

/** Which paragraph of the Framework is mentioned: by its number or by words. Closed without one, the text stays as it is. */
export function ParagraphDialog({ editor, onClose }: ParagraphDialogProps) {
  const { t } = useText()
  const { value, isMissing, isFetching } = useChunk(paragraphsChunk)
  return (
    <Dialog title={t('mention.title')} isOpen onClose={onClose}>
      {value ? (
        <ParagraphSearch editor={editor} onClose={onClose} />
      ) : isMissing ? (
        <PartMissing sentence={t('mention.missing')} isFetching={isFetching} onRetry={paragraphsChunk.load} />
      ) : (
        <Waiting>{t('document.partLoading')}</Waiting>
      )}
    </Dialog>
  )
}

function ParagraphSearch({ editor, onClose }: ParagraphDialogProps) {
  const { t } = useText()
  const choices = useMemo(
    () =>
      Array.from({ length: FRAMEWORK_PARAGRAPHS }, (_, index) => {
        const key = `framework.${index + 1}`
        const words = isMessageKey(key) ? t(key) : ''
        return { value: String(index + 1), label: t('mention.entry', { mention: mentionOf(index + 1), words }) }
      }),
    [t]
  )
  return (
    <div className="stack">
      <ComboField
        label={t('mention.which')}
        hint={t('mention.hint')}
        choices={choices}
        value=""
        showAll={t('mention.showAll')}
        nothingFits={t('mention.nothingFits')}
        autoFocus
        meaningOf={(words) => choices.find(({ value }) => value === words.replace('¶', '').trim())?.value}
        onChange={(chosen) => {
          if (chosen === '') return
          onClose()
          mention(editor, Number(chosen))
        }}
      />
      <div className="row">
        <Button onPress={onClose}>{t('dialog.cancel')}</Button>
      </div>
    </div>
  )
}

/** Writes the mention where the caret is; the `¶` that asked for it is a part of it. */
function mention(editor: Editor, paragraph: number): void {
  const { from, empty, $from } = editor.state.selection
  const asked = empty && $from.parent.isTextblock && $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc').endsWith('¶')
  const chain = editor.chain().focus()
  if (asked) chain.deleteRange({ from: from - 1, to: from })
  chain
    .insertContent([{ type: 'text', text: mentionOf(paragraph), marks: [{ type: MENTION }] }])
    .unsetMark(MENTION)
    .run()
}
