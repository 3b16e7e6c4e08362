import { addTask, moveTask, removeTask, setTaskField } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage, spoken } from '../../../../../test/support/screen.js'
import type { LiveDocument } from '../../../connection/index.js'
import { useEntries } from '../entries/use-entries.js'
import { OpenDocumentContext, useOpenDocument } from '../open-document.js'
import { useBeGuide } from '../places/guide.js'
import { HistoryButtons } from './history-buttons.js'

const live = { release: () => undefined } as unknown as LiveDocument

/** A body that knows what it shows, as those of the documents do. */
function Body({ onOpen }: { readonly onOpen: (title: string | undefined) => void }) {
  const { tasks } = useEntries(useOpenDocument().doc, 'roadmap')
  const titleOf = (entry: string | null) => tasks.find(({ id }) => id === entry)?.title
  useBeGuide({ nameOf: ({ entry }) => titleOf(entry) ?? null, fieldOf: ({ part }) => part, open: ({ entry }) => onOpen(titleOf(entry)) })
  return tasks.map(({ title }) => <p key={title}>{title}</p>)
}

async function show() {
  const doc = new Y.Doc()
  const opened: (string | undefined)[] = []
  new SetAnswers({})
  const user = await showPage(
    <OpenDocumentContext value={{ doc, live, view: { kind: 'roadmap' } as DocumentView, canEdit: true, isSynced: true }}>
      <HistoryButtons />
      <Body onOpen={(title) => opened.push(title)} />
    </OpenDocumentContext>,
    { route: '/', at: '/' }
  )
  return { doc, opened, user }
}

describe('the buttons of undo', () => {
  it('[UI-295] name and open a task that comes back by them', async () => {
    const { doc, opened, user } = await show()
    act(() => void addTask(doc, { newId: () => 't1' }, { title: 'Map wells' }))
    act(() => removeTask(doc, 't1'))
    await user.click(screen.getByRole('button', { name: 'Undo my last change' }))
    expect([spoken(), opened]).toEqual(['Undone: Map wells is back.', ['Map wells']])
    screen.getByText('Map wells')
  })

  it('[UI-295] open nothing that is gone with what was taken back', async () => {
    const { doc, opened, user } = await show()
    act(() => void addTask(doc, { newId: () => 't1' }, { title: 'Map wells' }))
    await user.click(screen.getByRole('button', { name: 'Undo my last change' }))
    await user.click(screen.getByRole('button', { name: 'Do it again' }))
    expect([spoken(), opened]).toEqual(['Done again: Map wells is back.', [undefined, 'Map wells']])
  })
  it('[UI-345] say what was taken back: an entry that went again, one that is back at its place, or what of it is otherwise', async () => {
    const { doc, user } = await show()
    const [undo, redo] = ['Undo my last change', 'Do it again'].map((name) => screen.getByRole('button', { name }))
    const after = async (button: HTMLElement) => {
      await user.click(button)
      return spoken()
    }
    act(() => void addTask(doc, { newId: () => 't1' }, { title: 'Map wells' }))
    act(() => void addTask(doc, { newId: () => 't2' }, { title: 'Train' }))
    act(() => moveTask(doc, 't2', { after: null }))
    act(() => setTaskField(doc, 't2', 'stage', 'S1'))
    expect([await after(undo!), await after(undo!), await after(undo!)]).toEqual([
      'Undone in Train: stage.',
      'Undone: Train moved back to 2 of 2.',
      'Undone: Train removed again.'
    ])
    expect([await after(redo!), await after(redo!), await after(redo!)]).toEqual([
      'Done again: Train is back.',
      'Done again: Train moved to 1 of 2.',
      'Done again in Train: stage.'
    ])
    act(() => removeTask(doc, 't1'))
    expect([await after(undo!), await after(redo!)]).toEqual(['Undone: Map wells is back.', 'Done again: Map wells removed.'])
  })
})
