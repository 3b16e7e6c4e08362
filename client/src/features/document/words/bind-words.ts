import type * as Y from 'yjs'
import { mapPosition, spliceBetween, type Delta } from './splice.js'

/**
 * Binds a text area to a Y.Text, both ways. Each input becomes one splice; changes of others move the caret with the
 * words around it. While an input method composes (Thai, Chinese, most Android keyboards) the text area is left alone:
 * what others write waits, and the composed word goes in where it belongs by then. Undo is the document's (`history`).
 *
 * @returns a function that ends the binding
 */
export function bindWords(area: HTMLTextAreaElement, text: Y.Text, { lines }: { readonly lines: 'one' | 'many' }): () => void {
  const own = { name: 'words' }
  const stopped = new AbortController()
  let shown = shownWords(text)
  let isComposing = false
  let waiting: Delta[] = []
  area.value = shown

  function send() {
    const change = spliceBetween(shown, area.value, area.selectionEnd)
    if (!change) return
    const place = (position: number) => waiting.reduce(mapPosition, position)
    const index = place(change.index)
    const deleted = Math.max(0, place(change.index + change.deleted) - index)
    const inserted = lines === 'one' ? change.inserted.replace(/[\r\n]+/g, ' ') : change.inserted
    // Before the words go in: if anything that listens to the document fails, what is shown is still known to be shown.
    shown = area.value
    text.doc?.transact(() => {
      if (deleted > 0) text.delete(index, deleted)
      if (inserted !== '') text.insert(index, inserted)
    }, own)
    if (inserted !== change.inserted) show([])
  }

  function show(deltas: readonly Delta[]) {
    const [start, end] = [area.selectionStart, area.selectionEnd].map((position) =>
      deltas.reduce((at, delta) => mapPosition(at, delta), position)
    )
    shown = shownWords(text)
    area.value = shown
    if (document.activeElement === area) area.setSelectionRange(start ?? 0, end ?? 0)
  }

  function onRemote(event: Y.YTextEvent) {
    if (event.transaction.origin === own) return
    if (isComposing) waiting.push(event.delta)
    else show([event.delta])
  }

  function onComposed() {
    isComposing = false
    send()
    if (waiting.length > 0) show(waiting)
    waiting = []
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && lines === 'one' && !event.isComposing) event.preventDefault()
  }

  const listen = { signal: stopped.signal }
  area.addEventListener('input', () => !isComposing && send(), listen)
  area.addEventListener('compositionstart', () => (isComposing = true), listen)
  area.addEventListener('compositionend', onComposed, listen)
  area.addEventListener('keydown', onKey, listen)
  text.observe(onRemote)
  return () => {
    stopped.abort()
    text.unobserve(onRemote)
  }
}

/** The text as a text area can show it with every position kept: one unit for what is no text, none swallowed at line ends. */
function shownWords(text: Y.Text): string {
  const runs = text.toDelta() as readonly { readonly insert: unknown }[]
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert.replace(/\r/g, ' ') : '\ufffc')).join('')
}
