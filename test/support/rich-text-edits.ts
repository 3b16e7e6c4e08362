import * as Y from 'yjs'
import type { SeededRandom } from './random.js'

/** Random edits of rich text, made of the same Yjs operations that an editor's binding makes of them. */
type Block = Y.XmlElement<Record<string, string | number>>

const WORDS = ['water', ' ', 'né', 'حق', '𝒟😀', 'we ask', '。', '\n', 'a']
const FORMATS: readonly Record<string, unknown>[] = [
  { bold: {} },
  { bold: null },
  { italic: {} },
  { code: {} },
  { 'link--AbCd1234': { href: 'https://example.org/a', target: '_blank' } },
  { link: { href: 'https://example.org/b' } },
  { link: null },
  { highlight: { colour: 'red' } }
]

type Edit = (fragment: Y.XmlFragment, random: SeededRandom, newId: () => string) => void

export function editRichText(fragment: Y.XmlFragment, random: SeededRandom, newId: () => string): void {
  fragment.doc?.transact(() => random.pick(EDITS)(fragment, random, newId))
}

const type: Edit = (fragment, random) => {
  const text = someText(fragment, random)
  text?.insert(boundary(text, random.integer(0, text.length)), random.pick(WORDS), random.chance(0.3) ? random.pick(FORMATS) : undefined)
}

const erase: Edit = (fragment, random) => {
  const text = someText(fragment, random)
  if (!text || text.length === 0) return
  const from = boundary(text, random.integer(0, text.length - 1))
  text.delete(from, boundary(text, from + 1 + random.integer(0, Math.min(4, text.length - from) - 1)) - from)
}

const format: Edit = (fragment, random) => {
  const text = someText(fragment, random)
  if (!text || text.length === 0) return
  const from = boundary(text, random.integer(0, text.length - 1))
  text.format(from, boundary(text, from + 1 + random.integer(0, text.length - from - 1)) - from, random.pick(FORMATS))
}

/** Enter in the middle of a line: the tail moves into a new block that copies the id. */
const split: Edit = (fragment, random) => {
  const index = someIndex(fragment, random)
  const block = fragment.get(index) as Block | undefined
  const text: unknown = block?.get(0)
  if (!block || !(text instanceof Y.XmlText)) return
  const at = boundary(text, random.integer(0, text.length))
  const tail = tailOf(text, at)
  text.delete(at, text.length - at)
  fragment.insert(index + 1, [newBlock(block.nodeName, tail, String(block.getAttribute('id')))])
}

const join: Edit = (fragment, random) => {
  const index = someIndex(fragment, random)
  const [text, next] = [firstText(fragment.get(index)), firstText(fragment.get(index + 1))]
  if (!text || !next) return
  text.applyDelta([{ retain: text.length }, ...tailOf(next, 0)])
  fragment.delete(index + 1, 1)
}

const breakLine: Edit = (fragment, random) => {
  const block = fragment.get(someIndex(fragment, random)) as Block | undefined
  if (block instanceof Y.XmlElement && firstText(block)) block.insert(block.length, [new Y.XmlElement('hardBreak'), new Y.XmlText('then')])
}

const addBlock: Edit = (fragment, random, newId) => {
  const block = newBlock(random.pick(['paragraph', 'heading', 'codeBlock', 'marquee']), [{ insert: random.pick(WORDS) }], newId())
  fragment.insert(random.integer(0, fragment.length), [block])
}

const addList: Edit = (fragment, random, newId) => {
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')]
  item.insert(0, [newBlock('paragraph', [{ insert: random.pick(WORDS) }], newId())])
  list.insert(0, [item])
  fragment.insert(random.integer(0, fragment.length), [list])
}

const setLevel: Edit = (fragment, random) => {
  const block = fragment.get(someIndex(fragment, random)) as Block | undefined
  if (block instanceof Y.XmlElement && block.nodeName === 'heading') block.setAttribute('level', random.integer(1, 3))
}

const removeBlock: Edit = (fragment, random) => {
  if (fragment.length > 1) fragment.delete(someIndex(fragment, random), 1)
}

const EDITS: readonly Edit[] = [
  ...[type, type, type, type, type, type, erase, erase, format, format, format],
  ...[split, split, join, breakLine, addBlock, addList, setLevel, removeBlock]
]

function newBlock(name: string, delta: readonly object[], id: string): Y.XmlElement {
  const block: Block = new Y.XmlElement(name)
  block.setAttribute('id', id)
  const text = new Y.XmlText()
  text.applyDelta([...delta])
  block.insert(0, [text])
  return block as unknown as Y.XmlElement
}

/** The runs right of a place, as `toDelta` gives them. */
function tailOf(text: Y.XmlText, from: number): { insert: string; attributes?: object }[] {
  let position = 0
  return (text.toDelta() as { insert: string; attributes?: object }[]).flatMap((run) => {
    const start = Math.max(0, from - position)
    position += run.insert.length
    return start < run.insert.length ? [{ ...run, insert: run.insert.slice(start) }] : []
  })
}

/** Not inside a pair of surrogates: no editor cuts there, and Yjs then replaces both halves on the replicas that notice. */
function boundary(text: Y.XmlText, index: number): number {
  const words = (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
  return index > 0 && index < words.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(words.slice(index - 1, index + 1)) ? index + 1 : index
}

const someIndex = (fragment: Y.XmlFragment, random: SeededRandom) => random.integer(0, Math.max(1, fragment.length) - 1)

function someText(fragment: Y.XmlFragment, random: SeededRandom): Y.XmlText | undefined {
  const texts = fragment.length > 0 ? [...textsBelow(fragment)] : []
  return texts.length > 0 ? random.pick(texts) : undefined
}

function* textsBelow(parent: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of parent.toArray() as unknown[]) {
    if (child instanceof Y.XmlText) yield child
    else if (child instanceof Y.XmlFragment) yield* textsBelow(child)
  }
}

function firstText(block: unknown): Y.XmlText | undefined {
  const text: unknown = block instanceof Y.XmlElement ? block.get(0) : undefined
  return text instanceof Y.XmlText ? text : undefined
}
