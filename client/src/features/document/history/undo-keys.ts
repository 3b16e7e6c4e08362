import { isMacKeyboard } from '../../../lib/keyboard.js'

export type HistoryAct = 'undo' | 'redo'

interface Pressed {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * What a key means: Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y; on a Mac Cmd+Z and Cmd+Shift+Z, where Ctrl+Y belongs to the system.
 * With Alt (Option) nothing. On a keyboard without Latin letters the key that stands in Z's place is meant.
 */
export function actOfKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Pressed, isMac: boolean): HistoryAct | null {
  if (altKey || !(isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey)) return null
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : ({ KeyZ: 'z', KeyY: 'y' }[code] ?? '')
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey && !isMac ? 'redo' : null
}

/** A field whose words are nowhere else yet keeps the browser's own undo: they are no change of the document. */
function isDraft(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-draft]') !== null
}

/**
 * Hears every wish to undo or redo inside the document, by key, by the browser's menu or by shaking a phone, before any
 * field or editor does. Where nothing has the focus it is the document's as well; dialogs keep theirs.
 *
 * @returns a function that ends it
 */
export function listenForUndo(within: HTMLElement, onAct: (act: HistoryAct) => void): () => void {
  const stopped = new AbortController()
  const isHere = (target: EventTarget | null) => target === document.body || (target instanceof Node && within.contains(target))
  const take = (event: Event, act: HistoryAct | null) => {
    if (act === null || !isHere(event.target) || isDraft(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    onAct(act)
  }
  const listen = { capture: true, signal: stopped.signal }
  window.addEventListener('keydown', (event) => take(event, event.isComposing ? null : actOfKey(event, isMacKeyboard())), listen)
  window.addEventListener(
    'beforeinput',
    (event) => take(event, event.inputType === 'historyUndo' ? 'undo' : event.inputType === 'historyRedo' ? 'redo' : null),
    listen
  )
  return () => stopped.abort()
}
