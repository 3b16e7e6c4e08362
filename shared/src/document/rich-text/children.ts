import * as Y from 'yjs'

/** What stands somewhere in a fragment: a type, or null for whatever else a newer or hostile client put there. */
export interface Child {
  readonly node: Y.AbstractType<unknown> | null
  /** Yjs' own place and length of it, for deleting. */
  readonly at: number
  readonly length: number
}

/**
 * What stands in a fragment, in order; neighbouring things that are no types are one child, however many and long they are.
 * Yjs' own `toArray` makes one element of each letter of such a run, and of a hundred million of them the process ends.
 */
export function childrenOf(fragment: Y.XmlFragment): readonly Child[] {
  const children: Child[] = []
  let at = 0
  for (let item = fragment._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const last = children.at(-1)
    if (item.content instanceof Y.ContentType) children.push({ node: item.content.type, at, length: item.length })
    else if (last?.node === null) children[children.length - 1] = { ...last, length: last.length + item.length }
    else children.push({ node: null, at, length: item.length })
    at += item.length
  }
  return children
}
