import type * as Y from 'yjs'
import type { ElementNode, RichNode } from './rich-text.js'

/** How many places a table may have, rows × columns: an editor keeps each of them and fills those that no cell stands in. */
const MOST_PLACES = 10_000

interface Span {
  readonly colspan: number
  readonly rowspan: number
}

/** Whether a stored table has too many places; its cells are known already. */
export function isTooLargeStored(table: Y.XmlElement): boolean {
  const rows = table.toArray() as Y.XmlElement[]
  return isTooLarge(rows.map((row) => (row.toArray() as Y.XmlElement[]).map((cell) => spanOf((name) => cell.getAttribute(name)))))
}

/** Whether a table that was read has too many places. */
export function isTooLargeTable(node: ElementNode): boolean {
  if (node.type !== 'table') return false
  return isTooLarge(partsOf(node).map((row) => partsOf(row).map(({ attrs }) => spanOf((name) => attrs?.[name]))))
}

/** The table with every cell in one place. */
export function withoutSpans(table: ElementNode): ElementNode {
  const content = partsOf(table).map((row) => ({
    ...row,
    content: partsOf(row).map((cell) => ({ ...cell, attrs: { ...cell.attrs, colspan: 1, rowspan: 1 } }))
  }))
  return { ...table, content }
}

const isElement = (node: RichNode): node is ElementNode => node.type !== 'text' && node.type !== 'opaque'

const partsOf = ({ content = [] }: ElementNode): readonly ElementNode[] => content.filter(isElement)

const spanOf = (get: (name: 'colspan' | 'rowspan') => unknown): Span => ({
  colspan: Number(get('colspan') ?? 1),
  rowspan: Number(get('rowspan') ?? 1)
})

/** The widest row decides, with what reaches into it from the rows above. */
function isTooLarge(rows: readonly (readonly Span[])[]): boolean {
  const changes = new Array<number>(rows.length + 1).fill(0)
  rows.forEach((cells, row) => {
    for (const { colspan, rowspan } of cells) {
      changes[row]! += colspan
      changes[Math.min(row + rowspan, rows.length)]! -= colspan
    }
  })
  let width = 0
  let widest = 0
  for (const change of changes) {
    width += change
    widest = Math.max(widest, width)
  }
  return rows.length * widest > MOST_PLACES
}
