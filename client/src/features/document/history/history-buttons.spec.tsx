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
  return (
    <>
      <h2 tabIndex={-1}>All tasks</h2>
      {tasks.map(({ id, title }) => (
        <article key={id} data-entry={id}>
          <h3 tabIndex={-1} data-entry-heading>
            {title}
          </h3>
          <input aria-label={`What is to be done: ${title}`} />
        </article>
      ))}
    </>
  )
}

async function show() {
  const doc = new Y.Doc()
  const opened: (string | undefined)[] = []
  new SetAnswers({})
  const user = await showPage(
    <OpenDocumentContext value={{ doc, live, view: { kind: 'roadmap' } as DocumentView, canEdit: true, isSynced: true }}>
      <div className="document">
        <HistoryButtons />
        <Body onOpen={(title) => opened.push(title)} />
      </div>
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

describe('the focus in an entry that goes with what is undone', () => {
  const add = (doc: Y.Doc, title: string, after?: string | null) =>
    act(() => void addTask(doc, { newId: () => `id-${title}` }, { title, ...(after === undefined ? {} : { after }) }))
  const at = () => document.activeElement?.textContent

  it('[UI-462] comes to the next one, else to the one before, else to the title of the list', async () => {
    const { doc, user } = await show()
    for (const title of ['only', 'last']) add(doc, title)
    add(doc, 'between', 'id-only')
    for (const [gone, then] of [
      ['between', 'last'],
      ['last', 'only'],
      ['only', 'All tasks']
    ] as const) {
      await user.click(screen.getByLabelText(`What is to be done: ${gone}`))
      await user.keyboard('{Control>}z{/Control}')
      expect([at(), spoken()]).toEqual([then, `Undone: ${gone} removed again.`])
    }
  })

  it('[UI-462] stays in another entry', async () => {
    const { doc, user } = await show()
    for (const title of ['stays', 'goes']) add(doc, title)
    const field = screen.getByLabelText('What is to be done: stays')
    await user.click(field)
    await user.keyboard('{Control>}z{/Control}')
    expect([document.activeElement, screen.queryByText('goes')]).toEqual([field, null])
  })
})
