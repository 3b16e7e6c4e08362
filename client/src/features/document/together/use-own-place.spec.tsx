import '../../../../../test/support/browser-globals.js'
import { addTask } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { render, screen } from '@testing-library/react'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { LiveDocument } from '../../../connection/index.js'
import { OpenDocumentContext } from '../open-document.js'
import { useOwnPlace } from './use-own-place.js'
import { whereabouts } from './whereabouts.js'

function Page() {
  useOwnPlace()
  return (
    <div className="document__body">
      {['t1', 't2'].map((id) => (
        <section key={id} data-entry={id}>
          <input aria-label={id} />
        </section>
      ))}
    </div>
  )
}

describe('where one is, as the others see it', () => {
  it('[LIVE-111] is told anew to whom had seen one leave, and is where the focus is by then', () => {
    const [doc, theirs] = [new Y.Doc(), new Y.Doc()]
    for (const id of ['t1', 't2']) addTask(doc, { newId: () => id })
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
    const [awareness, others] = [new Awareness(doc), new Awareness(theirs)]
    for (const { _checkInterval } of [awareness, others]) clearInterval(_checkInterval as unknown as number)
    const live = { awareness } as unknown as LiveDocument
    const view = { kind: 'roadmap' } as DocumentView
    render(
      <OpenDocumentContext value={{ view, live, doc, canEdit: true, isSynced: true }}>
        <Page />
      </OpenDocumentContext>
    )
    /** The server says who it is. */
    const seen = () => {
      applyAwarenessUpdate(others, encodeAwarenessUpdate(awareness, [awareness.clientID]), null)
      const state = others.getStates().get(awareness.clientID)
      if (state) others.states.set(awareness.clientID, { ...state, user: { id: 'a', name: 'Amina' } })
      const place = whereabouts(others, 'roadmap', 'me').get('a')?.place
      return place === undefined || place === null || place === 'elsewhere' ? place : place.entry
    }
    screen.getByLabelText('t1').focus()
    expect(seen()).toBe('t1')
    awareness.setLocalState(null)
    expect(seen()).toBeUndefined()
    awareness.setLocalState({})
    expect(seen()).toBe('t1')
    awareness.setLocalState(null)
    screen.getByLabelText('t2').focus()
    awareness.setLocalState({})
    expect(seen()).toBe('t2')
    screen.getByLabelText('t1').focus()
    expect(seen()).toBe('t1')
  })
})
