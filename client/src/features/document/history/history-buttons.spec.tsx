import { addTask, removeTask } from '@roundtable/shared/document'
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
  useBeGuide({ nameOf: ({ entry }) => titleOf(entry) ?? null, open: ({ entry }) => onOpen(titleOf(entry)) })
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
    expect([spoken(), opened]).toEqual(['Undone in Map wells.', ['Map wells']])
    screen.getByText('Map wells')
  })

  it('[UI-295] say no name that is gone with what was taken back', async () => {
    const { doc, opened, user } = await show()
    act(() => void addTask(doc, { newId: () => 't1' }, { title: 'Map wells' }))
    await user.click(screen.getByRole('button', { name: 'Undo my last change' }))
    await user.click(screen.getByRole('button', { name: 'Do it again' }))
    expect([spoken(), opened]).toEqual(['Done again in Map wells.', [undefined, 'Map wells']])
  })
})
