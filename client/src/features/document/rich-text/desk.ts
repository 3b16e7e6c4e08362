import { createContext, useContext } from 'react'
import type { Editor } from '@tiptap/core'

/** The editor somebody writes in: a page may have many texts and has one format bar for whichever is written in. */
export interface Desk {
  readonly active: Editor | null
  readonly setActive: (editor: Editor | null) => void
}

export const DeskContext = createContext<Desk>({ active: null, setActive: () => undefined })

export function useDesk(): Desk {
  return useContext(DeskContext)
}

/** Where the format bar stands, for Alt+F10 from a text; and the note that says which keys there are. */
export const FORMAT_BAR_ID = 'format-bar'
export const EDITOR_KEYS_ID = 'editor-keys'
/** Below the format bar, in view wherever somebody writes: what is said of what they have just done. */
export const EDITOR_SAID_ID = 'editor-said'

/** Gives the format bar the focus. Behind a phone's More it is opened first, and is there a frame later. */
export function toFormatBar(): void {
  const focus = () => document.querySelector<HTMLElement>(`#${FORMAT_BAR_ID} button:not([disabled])`)?.focus()
  const more = document.querySelector<HTMLElement>('.document__more [aria-expanded="false"]')
  if (!more?.checkVisibility()) return focus()
  more.click()
  requestAnimationFrame(() => requestAnimationFrame(focus))
}
