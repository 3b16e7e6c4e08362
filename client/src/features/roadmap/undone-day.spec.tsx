import { addTask, setSchedule, type Schedule } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import type { LiveDocument } from '../../connection/index.js'
import { useAnnounce } from '../../ui/announcer.js'
import { OpenDocumentContext, useOwnStep, useTakenBack } from '../document/index.js'
import { RoadmapBody } from './roadmap-body.js'

const live = { release: () => undefined } as unknown as LiveDocument
const view = { id: 'd', workspaceId: 'w', kind: 'roadmap', mySeat: { id: 's' } } as unknown as DocumentView

function Undo() {
  const announce = useAnnounce()
  const take = useTakenBack()
  const { undo } = useOwnStep()
  return <button onClick={() => announce(take('undo', undo)?.sentence ?? '')}>Undo</button>
}

describe('a day that is undone', () => {
  const [start, due] = ['2027-05-01', '2027-06-30']

  it.each<[string, Schedule, Schedule]>([
    ['Due', { start }, { start, due }],
    ['Start', { start, due }, { due }],
    ['Start and due day', {}, { start, due }]
  ])('[UI-466] is said by what it is called: %s', async (name, before, after) => {
    const doc = new Y.Doc()
    addTask(doc, { newId: () => 't' }, { title: 'Map wells' })
    setSchedule(doc, 't', before)
    new SetAnswers({})
    const user = await showPage(
      <OpenDocumentContext value={{ view, live, doc, canEdit: true, isSynced: true }}>
        <Undo />
        <RoadmapBody />
      </OpenDocumentContext>,
      { route: '/', at: '/?show=table' }
    )
    act(() => setSchedule(doc, 't', after))
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(spoken()).toBe(`Undone in Map wells: ${name}.`)
  })
})
