import { addClause, addRow, clauseDefinition, rowsOf, setCell, type RowsDefinition } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen, waitFor, within } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import type { LiveDocument } from '../../../connection/index.js'
import { useEntries } from '../entries/use-entries.js'
import { OpenDocumentContext } from '../open-document.js'
import { RowsInput } from './rows-input.js'

const field = clauseDefinition('C04')!.fields.find((one): one is RowsDefinition => one.type === 'rows')!

function Rows({ doc, id }: { readonly doc: Y.Doc; readonly id: string }) {
  const [clause] = useEntries(doc, 'agreement').clauses
  return (
    <RowsInput
      {...{ id, field }}
      kind="agreement"
      labelKey={`clause.C04.${field.name}`}
      rows={rowsOf(clause?.fields ?? {}, field.name)}
      isReadOnly={false}
    />
  )
}

function showTwo() {
  const doc = new Y.Doc()
  let made = 0
  const ids = { newId: () => `id-${(made += 1)}` }
  const id = addClause(doc, ids, { code: 'C04' })
  const rows = [0, 1].map(() => addRow(doc, 'agreement', id, field.name, ids))
  const answer = (row: string, cell: string, value: string | readonly string[]) =>
    setCell(doc, 'agreement', id, { field: field.name, row, cell }, value)
  const show = () => {
    new SetAnswers({})
    const open = { doc, view: { kind: 'agreement' } as DocumentView, live: {} as LiveDocument, canEdit: true, isSynced: true }
    return showPage(
      <OpenDocumentContext value={open}>
        <Rows {...{ doc, id }} />
      </OpenDocumentContext>,
      { route: '/', at: '/' }
    )
  }
  return { rows, answer, show }
}

describe('the rows of a field', () => {
  it('[UI-384] one that is answered is folded to a line, and opens; one that is not stands open, also while it is answered', async () => {
    const { rows, answer, show } = showTwo()
    answer(rows[0]!, 'name', 'River Watch')
    answer(rows[0]!, 'kind', 'cso')
    answer(rows[0]!, 'dataRoles', ['steward'])
    const user = await show()
    const [first, second] = screen.getAllByRole('group').map((group) => within(group))
    const isOpen = (row: typeof first) => row!.queryByLabelText(/^Name/) !== null
    expect([isOpen(first), isOpen(second)]).toEqual([false, true])
    first!.getByText('Civil society organisation · Looks after it')
    act(() => {
      answer(rows[1]!, 'name', 'The office')
      answer(rows[1]!, 'kind', 'nso')
      answer(rows[1]!, 'dataRoles', ['holder'])
    })
    expect(isOpen(second)).toBe(true)
    await user.click(first!.getByRole('button', { name: 'Change River Watch' }))
    await user.click(second!.getByRole('button', { name: 'Fold The office' }))
    expect([isOpen(first), isOpen(second)]).toEqual([true, false])
    const adds = screen.getAllByRole('button', { name: /^Add a party/ })
    expect(adds).toHaveLength(2)
    await user.click(adds[0]!)
    await waitFor(() => expect(document.activeElement?.closest('fieldset')?.textContent).toContain('Row 3'))
  })

  it('[DOC-82] one with a very long name is named by its beginning, and the name stays whole in its field', async () => {
    const { rows, answer, show } = showTwo()
    const name = 'k'.repeat(3000)
    answer(rows[1]!, 'name', name)
    const user = await show()
    const shown = `${'k'.repeat(100)}…`
    const row = within(screen.getByRole('group', { name: shown }))
    expect(row.getByLabelText<HTMLInputElement>(/^Name/).value).toBe(name)
    await user.click(row.getByRole('button', { name: `Remove ${shown}` }))
    expect(screen.getByRole('alertdialog').textContent).not.toContain('k'.repeat(101))
  })

  it('[UI-296] one that is taken out gives the focus to what stands in its place, the last one to what adds another', async () => {
    const doc = new Y.Doc()
    let made = 0
    const ids = { newId: () => `id-${(made += 1)}` }
    const id = addClause(doc, ids, { code: 'C04' })
    for (let row = 0; row < 2; row++) addRow(doc, 'agreement', id, field.name, ids)
    new SetAnswers({})
    const open = { doc, view: { kind: 'agreement' } as DocumentView, live: {} as LiveDocument, canEdit: true, isSynced: true }
    const user = await showPage(
      <OpenDocumentContext value={open}>
        <Rows {...{ doc, id }} />
      </OpenDocumentContext>,
      { route: '/', at: '/' }
    )
    const remove = async (name: string) => {
      await user.click(screen.getByRole('button', { name }))
      await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
    }
    await remove('Remove Row 1')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Row 1' })))
    await remove('Remove Row 1')
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Add/))
  })
})
