interface Pressed {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly target: EventTarget | null
}

/** In these the platform's own keys move by words and paragraphs, or open a list; a day is one field with its calendar. */
const TEXTS = 'textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable=true], .day-field'

/**
 * What a key asks for on a task: Alt or Ctrl+Shift with an arrow moves it, Alt+Shift+M opens "Move to…". Nothing is asked
 * for where somebody writes: there Option+arrow and its like belong to the text.
 */
export function arrangeKey({ key, code, altKey, ctrlKey, metaKey, shiftKey, target }: Pressed): 'up' | 'down' | 'moveTo' | null {
  if (metaKey || !(target instanceof Element) || target.closest(TEXTS)) return null
  // With Option the key of M is another letter.
  if (altKey && shiftKey && !ctrlKey && code === 'KeyM') return 'moveTo'
  const isMove = altKey ? !ctrlKey && !shiftKey : ctrlKey && shiftKey
  if (!isMove) return null
  return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : null
}
