import type { Editor } from '@tiptap/core'
import { useText } from '../../../locales/use-text.js'
import { Menu, MenuItem } from '../../../ui/menu.js'

const IN_TABLE = [
  ['rowBefore', (editor: Editor) => editor.chain().focus().addRowBefore().run()],
  ['rowAfter', (editor: Editor) => editor.chain().focus().addRowAfter().run()],
  ['columnBefore', (editor: Editor) => editor.chain().focus().addColumnBefore().run()],
  ['columnAfter', (editor: Editor) => editor.chain().focus().addColumnAfter().run()],
  ['deleteRow', (editor: Editor) => editor.chain().focus().deleteRow().run()],
  ['deleteColumn', (editor: Editor) => editor.chain().focus().deleteColumn().run()],
  ['deleteTable', (editor: Editor) => editor.chain().focus().deleteTable().run()]
] as const

const HEADER_ROW = (editor: Editor) => editor.chain().focus().toggleHeaderRow().run()

/** Whether the table the caret is in begins with a row of headers. */
function hasHeaderRow({ state }: Editor): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const table = $from.node(depth)
    if (table.type.name !== 'table') continue
    const first = table.firstChild
    return first !== null && first.content.content.every(({ type }) => type.name === 'tableHeader')
  }
  return false
}

const OUTSIDE = [
  ['insert', (editor: Editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()]
] as const

/** What can be done to a table, or where one is not. */
export const tableActs = (editor: Editor | null, isInTable: boolean) =>
  isInTable && editor ? [[hasHeaderRow(editor) ? 'headerOff' : 'headerOn', HEADER_ROW] as const, ...IN_TABLE] : OUTSIDE

interface TableMenuProps {
  readonly editor: Editor | null
  readonly isInTable: boolean
  readonly isDisabled: boolean
}

export function TableMenu({ editor, isInTable, isDisabled }: TableMenuProps) {
  const { t } = useText()
  return (
    <Menu label={t('editor.table')} icon="table" look="quiet" isDisabled={isDisabled}>
      {tableActs(editor, isInTable).map(([name, act]) => (
        <MenuItem key={name} onAction={() => editor && act(editor)}>
          {t(`editor.table.${name}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
