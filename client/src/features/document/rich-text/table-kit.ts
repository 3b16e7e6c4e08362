import { NODES } from '@roundtable/shared/document'
import type { AnyExtension, Attributes, Node } from '@tiptap/core'
import { TableKit as TiptapTableKit } from '@tiptap/extension-table'

/** Tiptap's tables, without the widths of columns: no reader knows them, and a stored one could be of any size. */
export const TableKit = TiptapTableKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension: AnyExtension) => (isCell(extension) ? withoutWidth(extension) : extension))
  }
})

const isCell = (extension: AnyExtension): extension is Node => extension.name === 'tableCell' || extension.name === 'tableHeader'

function withoutWidth(cell: Node): Node {
  return cell.extend({
    addAttributes() {
      const { colwidth: _width, ...others } = (this.parent?.() ?? {}) as Attributes
      return { ...others, colspan: span('colspan'), rowspan: span('rowspan') }
    }
  })
}

/** Read already as it is pasted: a table is made whole before anything else sees it. */
const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (cell: HTMLElement) => NODES.tableCell.attributes[name](Number(cell.getAttribute(name) ?? 1))
})
