import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import { presentUser } from '../frame/present-user.js'
import { knownSelection } from './known-place.js'

/** The people colours as the caret extension wants them: it knows colours only as six hexadecimal digits. */
const CODES = ['#000000', '#000001', '#000002', '#000003', '#000004', '#000005'] as const

/**
 * Awareness as the caret extension sees it. Our people carry a colour number (the theme decides how it looks), and who
 * somebody is, is stamped by the server: a name set from here would be thrown away, so none is sent. A selection is
 * handed on only when it names places that are here.
 */
export function caretAwareness(awareness: Awareness) {
  return {
    clientID: awareness.clientID,
    get states() {
      return awareness.states
    },
    getLocalState: () => {
      const state = awareness.getLocalState()
      return state && { ...state, cursor: knownSelection(awareness.doc, state.cursor) }
    },
    getStates: () => new Map([...awareness.getStates()].map(([client, state]) => [client, asCaret(awareness.doc, client, state)])),
    setLocalStateField: (field: string, value: unknown) => {
      if (field !== 'user') awareness.setLocalStateField(field, value)
    },
    on: (name: 'change' | 'update', listener: () => void) => awareness.on(name, listener),
    off: (name: 'change' | 'update', listener: () => void) => awareness.off(name, listener)
  }
}

function asCaret(doc: Y.Doc, client: number, state: Record<string, unknown>): Record<string, unknown> {
  const user = presentUser(state)
  if (!user) return { ...state, cursor: null }
  const { name, color } = user
  return { ...state, user: { name, color: CODES[color % CODES.length], client }, cursor: knownSelection(doc, state.cursor) }
}

interface CaretUser {
  readonly name?: string
  readonly color?: string
  readonly client?: number
}

/** A caret with its name, styled by the person's colour number. */
export function renderCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'caret'
  caret.setAttribute('aria-hidden', 'true')
  caret.dataset.person = personNumber(user)
  caret.dataset.client = String(user.client)
  const label = document.createElement('bdi')
  label.className = 'caret__name'
  label.textContent = user.name ?? ''
  caret.append(label)
  return caret
}

export function renderSelection(user: CaretUser): Record<string, string> {
  return { class: 'caret-selection', 'data-person': personNumber(user), nodeName: 'span' }
}

function personNumber(user: CaretUser): string {
  return String(
    Math.max(
      0,
      CODES.findIndex((code) => code === user.color)
    )
  )
}
