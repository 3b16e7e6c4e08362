import { addTask, part } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import type { Editor } from '@tiptap/core'
import { act, screen, waitFor } from '@testing-library/react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import type { LiveDocument } from '../../../connection/index.js'
import { OpenDocumentContext } from '../open-document.js'
import { RichTextEditor } from './rich-text-editor.js'

// The part that is fetched later: it comes, or does not, when the test says so.
const mockFetch = jest.fn<Promise<unknown>, []>()
jest.mock('./later-chunk.js', () => {
  const { chunk } = jest.requireActual<typeof import('../../../lib/chunk.js')>('../../../lib/chunk.js')
  return { laterChunk: chunk(() => mockFetch()) }
})

async function show() {
  const doc = new Y.Doc()
  addTask(doc, { newId: () => 't1' })
  const awareness = new Awareness(doc)
  clearInterval(awareness._checkInterval as unknown as number)
  new SetAnswers({})
  const view = { id: 'd', kind: 'roadmap' } as DocumentView
  await showPage(
    <OpenDocumentContext value={{ view, live: { awareness } as unknown as LiveDocument, doc, canEdit: true, isSynced: true }}>
      <RichTextEditor fragment={part(doc, 'roadmap', 't1', 'why')!} labelId="why" hintId={null} />
    </OpenDocumentContext>,
    { route: '/', at: '/' }
  )
  const { editor } = await screen.findByRole<HTMLElement & { readonly editor: Editor }>('textbox')
  const type = (words: string) =>
    act(() => void editor.view.someProp('handleTextInput', (handle) => handle(editor.view, 1, 1, words, () => editor.state.tr)))
  return { type }
}

const dialog = () => screen.queryByRole('dialog', { name: 'Mention a paragraph of the Framework' })

describe('an editor before all of its parts have come', () => {
  it('[UI-320] asks which paragraph is meant as soon as the part that asks has come, and tries again where it did not', async () => {
    let arrive: (part: unknown) => void = () => undefined
    mockFetch.mockRejectedValueOnce(new Error('no line'))
    const { type } = await show()
    await waitFor(() => expect(mockFetch).toHaveBeenCalledTimes(1))
    mockFetch.mockRejectedValueOnce(new Error('still none'))
    type('¶')
    await screen.findByText('The list of paragraphs could not be fetched.')
    mockFetch.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)))
    type('¶')
    expect(dialog()).toBeNull()
    const later = await import('./later.js')
    act(() => arrive(later))
    await waitFor(() => expect(dialog()).not.toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox')))
  })
})
