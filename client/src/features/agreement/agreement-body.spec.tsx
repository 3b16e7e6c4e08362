import { addClause, readDocument } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen, within } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import type { LiveDocument } from '../../connection/index.js'
import { OpenDocumentContext } from '../document/index.js'
import { AgreementBody } from './agreement-body.js'

// The editor of rich texts is for a browser: here it never comes.
const mockChunk = { value: null, isMissing: false, isFetching: true }
jest.mock('../document/rich-text/fetched-editor.js', () => ({
  editorChunk: { getSnapshot: () => mockChunk, subscribe: () => () => undefined, load: () => undefined }
}))

beforeAll(() => {
  const media = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
  Object.assign(window, { matchMedia: () => media })
})

describe('an agreement on paper', () => {
  it('[UI-318] is whole, and what stands in a field of its editor stays there', async () => {
    const doc = new Y.Doc()
    for (const code of ['C02', 'C14', 'C21']) addClause(doc, { newId: () => `id-${code}` }, { code })
    new SetAnswers({})
    const view = { id: 'd', workspaceId: 'w', kind: 'agreement' } as DocumentView
    const open = { view, live: {} as LiveDocument, doc, canEdit: true, isSynced: true }
    const user = await showPage(
      <OpenDocumentContext value={open}>
        <AgreementBody />
      </OpenDocumentContext>,
      { route: '/documents/:id', at: '/documents/d?clause=id-C21' }
    )
    const field = screen.getByLabelText<HTMLInputElement>(/^Smallest number shown/)
    await user.type(field, '12')
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    const text = within(screen.getByRole('article', { name: 'The agreement as text' }))
    expect(text.getAllByRole('heading', { level: 3 })).toHaveLength(3)
    expect(field.closest('.no-print')).not.toBeNull()
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(screen.queryByRole('article', { name: 'The agreement as text' })).toBeNull()
    expect([field.isConnected, field.value, field.closest('.no-print')]).toEqual([true, '12', null])
    expect(readDocument('agreement', doc).clauses.find(({ code }) => code === 'C21')?.fields.minimumCount).toBeUndefined()
  })
})
