import { addTask, part } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import type { LiveDocument } from '../../../connection/index.js'
import { usePrinted } from '../../../lib/use-printed.js'
import { OpenDocumentContext } from '../open-document.js'
import { RichText } from './rich-text.js'

const mockChunk = { value: { RichTextEditor: () => <textarea /> }, isMissing: false, isFetching: false }
jest.mock('./fetched-editor.js', () => ({
  editorChunk: { getSnapshot: () => mockChunk, subscribe: () => () => undefined, load: () => undefined }
}))

function Two({ doc }: { readonly doc: Y.Doc }) {
  const isPrinted = usePrinted()
  const [open, folded] = ['open', 'folded'].map((id) => part(doc, 'roadmap', id, 'why')!)
  return (
    <>
      <RichText fragment={open!} label="Open" />
      {isPrinted && <RichText fragment={folded!} label="Folded" />}
    </>
  )
}

describe('a rich text on paper', () => {
  it('[UI-319] is to read where it comes for paper alone, and keeps its editor where it has one', async () => {
    const doc = new Y.Doc()
    for (const id of ['open', 'folded']) addTask(doc, { newId: () => id })
    new SetAnswers({})
    const view = { id: 'd', kind: 'roadmap' } as DocumentView
    await showPage(
      <OpenDocumentContext value={{ view, live: {} as LiveDocument, doc, canEdit: true, isSynced: true }}>
        <Two doc={doc} />
      </OpenDocumentContext>,
      { route: '/', at: '/' }
    )
    const editor = screen.getByRole('textbox')
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    expect(screen.getAllByRole('textbox')).toEqual([editor])
    screen.getByText('Nothing is written here yet.')
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(screen.getByRole('textbox')).toBe(editor)
  })
})
