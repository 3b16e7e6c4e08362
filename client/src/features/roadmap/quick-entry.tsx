import { useId, useRef, useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react'
import { addTask } from '@roundtable/shared/document'
import type * as Y from 'yjs'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { useWaitingLines } from './use-waiting-lines.js'
import { linesOf, LONGEST_LINE, MOST_LINES } from './lines.js'

/** Many tasks, a line each: Enter makes the next and keeps the focus, a pasted list is made at once and as one change. */
export function QuickEntry({ doc }: { readonly doc: Y.Doc }) {
  const { t } = useText()
  const announce = useAnnounce()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useWaitingLines(t('quick.label'))
  const [said, setSaid] = useState('')

  function add(words: string) {
    const lines = linesOf(words)
    const fitting = lines.filter((line) => line.length <= LONGEST_LINE)
    const tooLong = lines.filter((line) => line.length > LONGEST_LINE)
    const [now, later] = [fitting.slice(0, MOST_LINES), fitting.slice(MOST_LINES)]
    if (lines.length === 0) return
    doc.transact(() => now.forEach((title) => addTask(doc, { newId: randomId }, { title })))
    const added = t(later.length > 0 ? 'quick.left' : 'quick.added', { n: now.length, left: later.length })
    const refused = t('quick.tooLong', { n: tooLong.length, most: LONGEST_LINE })
    const sentence = [...(now.length > 0 ? [added] : []), ...(tooLong.length > 0 ? [refused] : [])].join(' ')
    setText([...tooLong, ...later].join('\n'))
    setSaid(sentence)
    announce(sentence)
    field.current?.focus()
    // What was added has pushed the field down; who types on goes with it.
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'nearest' }))
  }

  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/plain')
    if (linesOf(pasted).length < 2) return
    event.preventDefault()
    add(text.trim() === '' ? pasted : `${text}\n${pasted}`)
  }

  function press(event: KeyboardEvent) {
    // While a word is composed, Enter ends the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(text)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    add(text)
  }

  return (
    <form className="quick field no-print" onSubmit={submit}>
      <label className="field__label" htmlFor={id}>
        {t('quick.label')}
      </label>
      <span id={`${id}-hint`} className="field__hint">
        {t('quick.hint')}
      </span>
      <div className="quick__line">
        <textarea
          ref={field}
          id={id}
          className="field__input quick__field"
          rows={1}
          dir="auto"
          data-draft={text === '' ? undefined : ''}
          enterKeyHint="next"
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
          onPaste={paste}
        />
        <Button type="submit">{t('quick.add')}</Button>
      </div>
      {said !== '' && <p className="caption muted">{said}</p>}
    </form>
  )
}
