import { addTask, part, setTaskField } from '@roundtable/shared/document'
import type { DocumentView, TaskFacts, TasksView } from '@roundtable/shared/protocol'
import { act, waitFor } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import type { LiveDocument } from '../../connection/index.js'
import { OpenDocumentContext } from '../document/index.js'
import { RoadmapBody } from './roadmap-body.js'
import { isSameTask } from './same-task.js'

// A task's menu is drawn whenever the task is, in each way of showing it.
const mockDrawn: string[] = []
beforeEach(() => (mockDrawn.length = 0))
jest.mock('./task-menu.js', () => ({ TaskMenu: ({ id }: { readonly id: string }) => void mockDrawn.push(id) }))

const live = { release: () => undefined } as unknown as LiveDocument
const ID = '0199a000-0000-7000-8000-000000000001'
const yes = { allowed: true, because: { rule: 'A11', paragraph: '¶45', sentence: 'ability.because.A11.edit.yes' } }
const view = { id: ID, workspaceId: ID, kind: 'roadmap', mySeat: { id: 's1' } } as unknown as DocumentView
const facts: TasksView = { mayAsk: yes, assignees: [], tasks: [{ taskId: 't-c' }, { taskId: 't-d' }] as unknown as TaskFacts[] }

function twenty() {
  const doc = new Y.Doc()
  for (const title of 'abcdefghijklmnopqrst') addTask(doc, { newId: () => `t-${title}` }, { title })
  return doc
}

describe('a roadmap of which one task changes', () => {
  it.each(['/', '/?group=stage', '/?show=table', '/?show=columns&group=stage'])('[UI-338] draws that one alone (%s)', async (at) => {
    const doc = twenty()
    new SetAnswers({ [`GET /api/documents/${ID}/tasks`]: { ...facts, tasks: [] } })
    await showPage(
      <OpenDocumentContext value={{ view, live, doc, canEdit: true, isSynced: true }}>
        <RoadmapBody />
      </OpenDocumentContext>,
      { route: '/', at }
    )
    // Once as they are written, and once more when what was said of them has come.
    await waitFor(() => expect(mockDrawn.length).toBeGreaterThanOrEqual(40))
    mockDrawn.length = 0
    act(() => setTaskField(doc, 't-c', 'leadSide', 'civic'))
    expect(mockDrawn).toEqual(['t-c'])
    act(() =>
      doc.transact(() => {
        part(doc, 'roadmap', 't-d', 'title')?.insert(0, 'D')
        setTaskField(doc, 't-e', 'keyArea', 'RA1')
      })
    )
    expect(mockDrawn.slice(1)).toEqual(['t-d', 't-e'])
  })

  it('[UI-338] draws a task anew when something was said of it, and not when it was said of others', () => {
    const task = { id: 't-c' } as never
    const props = { task, facts, name: 'c' }
    const after = { ...facts, tasks: [facts.tasks[0], { ...facts.tasks[1] }] as TaskFacts[] }
    expect(isSameTask(props, { ...props, facts: after })).toBe(true)
    expect(isSameTask({ ...props, task: { id: 't-d' } as never }, { ...props, task: { id: 't-d' } as never, facts: after })).toBe(false)
    expect(isSameTask(props, { ...props, facts: { ...after, mayAsk: { ...yes } } })).toBe(false)
    expect(isSameTask<Parameters<typeof isSameTask>[0]>(props, { ...props, facts: undefined })).toBe(false)
    expect(isSameTask(props, { ...props, name: 'd' })).toBe(false)
  })
})
