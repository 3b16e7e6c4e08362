import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'

/** A long agreement's worth of text, the size that the interface promises to bear. */
export const LONG_TEXT = { blocks: 2000, words: 30_000 }
const BLOCKS_AN_UPDATE = 50
const WORDS = [
  'the',
  'community',
  'office',
  'shares',
  'counts',
  'of',
  'households',
  'by',
  'village',
  'when',
  'both',
  'sides',
  'agree',
  'and'
]

/**
 * Fills one rich text of a stored document through its live door, as a person's browser would: `blocks` paragraphs with an id each.
 * Answers the whole document as an update, for whoever comes after.
 */
export async function fill(person, { shared, path, blocks = LONG_TEXT.blocks, words = LONG_TEXT.words }) {
  const fragment = textAt(person.own, path)
  const each = Math.round(words / blocks)
  fragment.delete(0, fragment.length)
  for (let first = 0; first < blocks; first += BLOCKS_AN_UPDATE) {
    person.change(() => {
      for (let block = first; block < Math.min(first + BLOCKS_AN_UPDATE, blocks); block++)
        shared.appendParagraph(fragment, sentence(block, each), { newId: randomUUID })
    })
  }
  return Y.encodeStateAsUpdate(person.own)
}

/** Blocks differ in their words, so that a place in the text can be told from another. */
function sentence(block, words) {
  return Array.from({ length: words }, (_, at) => (at === 0 ? `Block${block}` : WORDS[(block * 7 + at * 3) % WORDS.length])).join(' ')
}

/** `['answers', 'objectives', 'text']`: a root map, the key of an entry, its part. */
export function textAt(doc, [root, ...keys]) {
  const found = keys.reduce((at, key) => at?.get(key), doc.getMap(root))
  if (!(found instanceof Y.XmlFragment)) throw new Error(`${[root, ...keys].join('.')} is no rich text here`)
  return found
}
