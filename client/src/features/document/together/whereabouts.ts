import type { DocumentKind } from '@roundtable/shared/framework'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { presentUser, type PresentUser } from '../frame/present-user.js'
import { placeOf, type Place } from '../places/place.js'
import { knownSelection } from '../rich-text/known-place.js'

/** Somebody else who has the document open, and where they are in it. */
export interface Whereabouts {
  readonly user: PresentUser
  /** Their page's client id: a person may have several pages open, and is where they moved last. */
  readonly client: number
  /** Null while they are nowhere in particular; `elsewhere` where this page's document has no such place. */
  readonly place: Place | 'elsewhere' | null
}

/** Where each of the others is, by their seat; a person with several pages open once. */
export function whereabouts(awareness: Awareness, kind: DocumentKind, mySeat: string): ReadonlyMap<string, Whereabouts> {
  const found = new Map<string, Whereabouts & { readonly at: number }>()
  for (const [client, state] of awareness.getStates()) {
    const user = presentUser(state)
    if (!user || user.id === mySeat) continue
    const at = awareness.meta.get(client)?.lastUpdated ?? 0
    const place = placeIn(awareness.doc, kind, state)
    const before = found.get(user.id)
    if (!before || (place !== null && (before.place === null || at > before.at))) found.set(user.id, { user, client, place, at })
  }
  return found
}

/** What a presence says of its place: the field it names, else where its caret stands. It is others' to write, and believed in nothing. */
function placeIn(doc: Y.Doc, kind: DocumentKind, { place, cursor }: Record<string, unknown>): Place | 'elsewhere' | null {
  const said = place ?? cursor
  if (said === null || said === undefined) return null
  const selection = knownSelection(doc, said)
  const type = selection && Y.createAbsolutePositionFromRelativePosition(selection.anchor, doc)?.type
  return (type && placeOf(doc, kind, type)) || 'elsewhere'
}
