import * as Y from 'yjs'
import { isSharedType, type Layout, type SharedTypeName, type SharedTypeOf } from './shared-type.js'

/** A document's roots for reading only. */
export interface Roots {
  /** The root as this type, or undefined when nothing was ever written to it. */
  get<Name extends SharedTypeName>(name: string, type: Name): SharedTypeOf<Name> | undefined
}

/**
 * The roots of a Y.Doc, without changing it.
 *
 * Asking a Y.Doc for a root defines that root's type in it, and asking with the wrong type makes every later right question throw.
 * So only roots that are already of the layout's type are read in place; where one is not (nobody has asked yet, or somebody asked
 * wrongly), all are read from a scratch copy. What is read therefore follows from the stored state alone.
 */
export function readable(doc: Y.Doc, layout: Layout): Roots {
  const isAsLaidOut = ([name, type]: [string, SharedTypeName]) => !doc.share.has(name) || isSharedType(doc.share.get(name), type)
  const source = Object.entries(layout.roots).every(isAsLaidOut) ? doc : scratchCopy(doc, layout)
  return {
    get: (name, type) => {
      const root: unknown = source.share.get(name)
      return isSharedType(root, type) ? root : undefined
    }
  }
}

function scratchCopy(doc: Y.Doc, layout: Layout): Y.Doc {
  const copy = new Y.Doc({ guid: 'scratch' })
  const define = {
    text: (name: string) => copy.getText(name),
    map: (name: string) => copy.getMap(name),
    fragment: (name: string) => copy.getXmlFragment(name)
  }
  for (const [name, type] of Object.entries(layout.roots)) define[type](name)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
