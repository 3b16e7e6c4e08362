import * as Y from 'yjs'

/**
 * The selection of an awareness state as far as it names two places of this document; null otherwise.
 *
 * Others' presence is theirs to write. y-tiptap reads it unasked while it applies a change of the text, and what throws
 * there leaves the screen behind the document: the next keystroke would write the old text back over others' words.
 */
export function knownSelection(doc: Y.Doc, selection: unknown): { anchor: Y.RelativePosition; head: Y.RelativePosition } | null {
  const [anchor, head] = [knownPlace(doc, property(selection, 'anchor')), knownPlace(doc, property(selection, 'head'))]
  return anchor && head && { anchor, head }
}

function knownPlace(doc: Y.Doc, json: unknown): Y.RelativePosition | null {
  const [type, item, tname, assoc] = ['type', 'item', 'tname', 'assoc'].map((name) => property(json, name))
  const isNamed = tname != null
  if (![type, item].every((id) => id == null || isId(id)) || (assoc != null && !Number.isSafeInteger(assoc))) return null
  // Yjs would make a root of any name it is asked for.
  if (isNamed && !(typeof tname === 'string' && doc.share.has(tname))) return null
  try {
    const place = Y.createRelativePositionFromJSON(json)
    return Y.createAbsolutePositionFromRelativePosition(place, doc) && place
  } catch {
    // Somebody's cursor names what this document does not have: it stands nowhere, and no editor may fall over it.
    return null
  }
}

function isId(value: unknown): boolean {
  return ['client', 'clock'].every((name) => Number.isSafeInteger(property(value, name)) && Number(property(value, name)) >= 0)
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined
}
