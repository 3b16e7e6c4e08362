import { addClause, addRow, clauseDefinition, rowsOf, type RowsDefinition } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { screen, waitFor, within } from '@testing-library/react'
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

describe('the rows of a field', () => {
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
