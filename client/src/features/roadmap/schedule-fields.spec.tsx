import { addTask, readDocument, setSchedule } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen } from '@testing-library/react'
import * as Y from 'yjs'
import type { LiveDocument } from '../../connection/index.js'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import { OpenDocumentContext, useEntries, useOpenDocument } from '../document/index.js'
import { ScheduleFields } from './schedule-fields.js'

const live = { release: () => undefined } as unknown as LiveDocument
const view = { id: 'd', kind: 'roadmap', title: 'Roadmap', mySeat: { id: 's1' } } as unknown as DocumentView

function OneTask() {
  const { doc } = useOpenDocument()
  const { tasks } = useEntries(doc, 'roadmap')
  return <ScheduleFields task={tasks[0]!} />
}

async function show() {
  const doc = new Y.Doc()
  addTask(doc, { newId: () => 't' }, { title: 'a' })
  new SetAnswers({})
  const open = { view, live, doc, canEdit: true, isSynced: true }
  const user = await showPage(
    <OpenDocumentContext value={open}>
      <OneTask />
    </OpenDocumentContext>,
    { route: '/', at: '/' }
  )
  await screen.findByLabelText('day, Due')
  const write = async (name: 'Start' | 'Due', month: string) => {
    for (const [part, keys] of [
      ['day', '01'],
      ['month', month],
      ['year', '2027']
    ] as const) {
      const field = screen.getByLabelText(`${part}, ${name}`)
      await user.clear(field)
      await user.type(field, keys)
    }
    await user.keyboard('{Enter}')
  }
  const othersSet = (days: { start?: string; due?: string }) => act(() => setSchedule(doc, 't', days))
  return { write, othersSet, stored: () => readDocument('roadmap', doc).tasks[0]?.schedule }
}

describe('the days of a task', () => {
  it('[TASK-40] a day that is refused beside the other one waits for that, and is saved with it', async () => {
    const { write, othersSet, stored } = await show()
    othersSet({ start: '2027-01-01', due: '2027-02-01' })
    await write('Start', '03')
    expect(stored()).toEqual({ start: '2027-01-01', due: '2027-02-01' })
    screen.getByText('The due day is before the start. Change one of them; until then neither is saved.')
    await write('Due', '04')
    expect(stored()).toEqual({ start: '2027-03-01', due: '2027-04-01' })
  })

  it('[TASK-40] but not where somebody else has set its field since: theirs stands', async () => {
    const { write, othersSet, stored } = await show()
    othersSet({ start: '2027-01-01', due: '2027-02-01' })
    await write('Start', '03')
    othersSet({ start: '2027-01-15', due: '2027-02-01' })
    await write('Due', '04')
    expect(stored()).toEqual({ start: '2027-01-15', due: '2027-04-01' })
  })
})
