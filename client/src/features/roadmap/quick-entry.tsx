import { useId, useRef, useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react'
import { addTask, readDocument } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { linesOf, LONGEST_LINE, sortedLines } from './lines.js'
import { QuickLook } from './quick-look.js'
import { useWaitingLines } from './use-waiting-lines.js'

/** The field grows with its lines up to this, and scrolls from there on. */
const MOST_ROWS = 6

interface QuickEntryProps {
  readonly doc: Y.Doc
  /** The tasks that there are, by id. */
  readonly numbers?: ReadonlyMap<string, number>
  /** Of tasks that were just made: how many cannot be seen as the roadmap is looked at, to be said with the rest. */
  readonly hiddenOf?: ((ids: readonly string[]) => number) | undefined
}

/** Many tasks, a line each: Enter makes the next and keeps the focus; a pasted list is looked at first and made as one change. */
export function QuickEntry({ doc, numbers, hiddenOf }: QuickEntryProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useWaitingLines(t('quick.label'))
  // What was said of tasks that were made, for as long as they are there.
  const [said, setSaid] = useState<{ readonly sentence: string; readonly made: readonly string[] }>({ sentence: '', made: [] })
  const isSaid = said.sentence !== '' && said.made.every((one) => numbers?.has(one) ?? true)
  const lines = sortedLines(text)
  const count = lines.now.length + lines.later.length + lines.tooLong.length

  function add() {
    const { now, later, tooLong } = lines
    if (count === 0) return
    const made = doc.transact(() => now.map((title) => addTask(doc, { newId: randomId }, { title })))
    const hidden = hiddenOf?.(made) ?? 0
    const sentences = [
      now.length === 1
        ? t('quick.addedOne', { number: readDocument('roadmap', doc).tasks.length, name: now[0] ?? '' })
        : now.length > 0 && t(later.length > 0 ? 'quick.left' : 'quick.added', { n: now.length, left: later.length }),
      tooLong.length > 0 && t('quick.tooLong', { n: tooLong.length, most: LONGEST_LINE }),
      hidden > 0 && t('quick.hidden', { n: hidden })
    ]
    const sentence = sentences.filter((one) => one !== false).join(' ')
    setText([...tooLong, ...later].join('\n'))
    setSaid({ sentence, made })
    announce(sentence)
    field.current?.focus()
    // What was added has pushed the field down; who types on goes with it.
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'nearest' }))
  }

  /** The list goes into the field as any words do; what would become of it is said, and stands below. */
  function paste(event: ClipboardEvent) {
    const pasted = linesOf(event.clipboardData.getData('text/plain'))
    if (pasted.length > 1) announce(t('quick.pasted', { n: pasted.length }))
  }

  function press(event: KeyboardEvent) {
    // While a word is composed, Enter ends the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    add()
  }

  return (
    <form className="quick field no-print" onSubmit={submit}>
      <label className="field__label" htmlFor={id}>
        {t('quick.label')}
      </label>
      <span id={`${id}-hint`} className="field__hint">
        {t('quick.hint')}
      </span>
      <div className="quick__line" data-act="">
        <textarea
          ref={field}
          id={id}
          className="field__input quick__field"
          rows={Math.min(MOST_ROWS, text.split('\n').length)}
          dir="auto"
          data-draft={text === '' ? undefined : ''}
          enterKeyHint="next"
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          onPaste={paste}
        />
        <Button type="submit">{count > 1 ? t('quick.addMany', { n: lines.now.length }) : t('quick.add')}</Button>
      </div>
      {count > 1 && <QuickLook lines={lines} />}
      {isSaid && <p className="caption muted">{said.sentence}</p>}
    </form>
  )
}
