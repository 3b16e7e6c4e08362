import * as Y from 'yjs'
import { isId } from '../limits.js'
import { childrenOf } from './children.js'
import type { RichNode } from './rich-text.js'

/** Attributes as y-tiptap stores them; reading takes none of it for granted. */
export type StoredAttributes = Record<string, string | number>

/**
 * Puts each top-level block's stored id into its attributes. Paste and split copy ids: the first block with an id keeps it,
 * a later one gets `<id>~2`, `<id>~3` …, skipping ids that are themselves stored, so every reader gives the same answer.
 */
export function withUniqueIds(blocks: readonly RichNode[], ids: readonly unknown[]): readonly RichNode[] {
  const stored = new Set(ids.filter(isId))
  const used = new Set<string>()
  const numbers = new Map<string, number>()
  return blocks.map((block, index) => {
    const id = ids[index]
    if (!isId(id) || block.type === 'text' || block.type === 'opaque') return block
    const unique = used.has(id) ? nextFree(id) : id
    used.add(unique)
    return { ...block, attrs: { ...block.attrs, id: unique } }
  })

  function nextFree(id: string): string {
    for (let number = numbers.get(id) ?? 2; ; number++) {
      const candidate = `${id}~${number}`
      if (stored.has(candidate) || used.has(candidate)) continue
      numbers.set(id, number + 1)
      return candidate
    }
  }
}

export interface BlockToKey {
  /** Place among the fragment's children. */
  readonly index: number
  readonly element: Y.XmlElement<StoredAttributes>
  /** The id an earlier block already has, or null where there is none that can be used. */
  readonly id: string | null
}

/** The top-level blocks that need an id of their own: the second and later bearers of one, in order. Reads only. */
export function duplicateBlockIds(fragment: Y.XmlFragment): readonly BlockToKey[] {
  return blocksToKey(fragment).filter(({ id }) => id !== null)
}

/** As `duplicateBlockIds`, and the blocks without any usable id. */
function blocksToKey(fragment: Y.XmlFragment): readonly BlockToKey[] {
  const used = new Set<string>()
  return childrenOf(fragment).flatMap(({ node: element, at: index }): BlockToKey[] => {
    if (!(element instanceof Y.XmlElement)) return []
    const block = element as Y.XmlElement<StoredAttributes>
    const id: unknown = block.getAttribute('id')
    if (!isId(id)) return [{ index, element: block, id: null }]
    if (used.has(id)) return [{ index, element: block, id }]
    used.add(id)
    return []
  })
}

/** Gives every top-level block that needs one a new id, in one transaction; returns how many it keyed. */
export function rekeyBlocks(fragment: Y.XmlFragment, { newId }: { readonly newId: () => string }): number {
  const blocks = blocksToKey(fragment)
  const rekey = () => {
    for (const { element } of blocks) element.setAttribute('id', newId())
  }
  if (blocks.length > 0 && fragment.doc) fragment.doc.transact(rekey)
  return blocks.length
}
