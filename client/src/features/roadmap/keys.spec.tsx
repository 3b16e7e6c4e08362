import { addTask, readDocument, setSchedule } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import type { LiveDocument } from '../../connection/index.js'
import { OpenDocumentContext } from '../document/index.js'
import { RoadmapBody } from './roadmap-body.js'

// The editor of rich texts is for a browser: here it never comes.
const mockChunk = { value: null, isMissing: false, isFetching: true }
jest.mock('../document/rich-text/fetched-editor.js', () => ({
  editorChunk: { getSnapshot: () => mockChunk, subscribe: () => () => undefined, load: () => undefined }
}))

const live = { release: () => undefined } as unknown as LiveDocument
const yes = { allowed: true, because: { rule: 'A11', paragraph: '¶45', sentence: 'ability.because.A11.edit.yes' } }
const view = { id: 'd', workspaceId: 'w', kind: 'roadmap', title: 'Roadmap', mySeat: { id: 's1' } } as unknown as DocumentView

/** A roadmap of two tasks, of which the first is due. */
async function show() {
  const doc = new Y.Doc()
  for (const title of ['a', 'b']) addTask(doc, { newId: () => `t-${title}` }, { title })
  setSchedule(doc, 't-a', { due: '2027-06-30' })
  new SetAnswers({ 'GET /api/documents/d/tasks': { mayAsk: yes, assignees: [], tasks: [] } })
  const user = await showPage(
    <OpenDocumentContext value={{ view, live, doc, canEdit: true, isSynced: true }}>
      <RoadmapBody />
    </OpenDocumentContext>,
    { route: '/', at: '/' }
  )
  return { doc, user }
}

describe('a roadmap by keyboard', () => {
  it('[UI-403] what “Filters” opens comes right after it', async () => {
    const { user } = await show()
    act(() => screen.getByRole('button', { name: 'Filters' }).focus())
    await user.keyboard('{Enter}{Tab}')
    expect(document.activeElement?.closest('[role=group]')?.getAttribute('aria-label')).toBe('Filters')
  })

  it('[UI-404] inside a day the keys that move a task move nothing and change nothing', async () => {
    const { doc, user } = await show()
    const tasks = () => readDocument('roadmap', doc).tasks.map(({ title, schedule }) => [title, schedule.due])
    const before = tasks()
    const [day] = await screen.findAllByLabelText('day, Due')
    const field = day!.closest('.day-field')!
    for (const part of field.querySelectorAll<HTMLElement>('input, button')) {
      act(() => part.focus())
      await user.keyboard('{Alt>}{ArrowUp}{ArrowDown}{/Alt}{Control>}{Shift>}{ArrowDown}{/Shift}{/Control}')
      expect(document.activeElement).toBe(part)
    }
    await user.tab()
    expect(tasks()).toEqual(before)
  })

  it('[UI-405] while nothing is selected the button of the selection is a quiet one', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: 'Select tasks' }))
    expect(screen.getByRole('button', { name: 'None selected' }).className).toContain('button--quiet')
    await user.click(screen.getByLabelText('Select: a'))
    expect(screen.getByRole('button', { name: '1 selected…' }).className).toContain('button--primary')
  })
})
