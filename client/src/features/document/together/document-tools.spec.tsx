import { useSyncExternalStore } from 'react'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, screen, waitFor } from '@testing-library/react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { SetAnswers, showPage, spoken } from '../../../../../test/support/screen.js'
import type { LiveDocument, LiveState } from '../../../connection/index.js'
import { OpenDocumentContext, type OpenDocument } from '../open-document.js'
import { DocumentTools } from './document-tools.js'
import { FollowLine } from './follow-line.js'
import { Follower } from './follower.js'

const AMINA = { id: 'a', name: 'Amina', side: 'civic', color: 1 } as const
const nothing = () => undefined

/** How many changes wait, as a live document tells it. */
class Held {
  #listener: () => void = nothing
  #waiting: number | null = 2
  readonly getSnapshot = () => this.#waiting
  readonly subscribe = (listener: () => void) => {
    this.#listener = listener
    return nothing
  }
  become(waiting: number | null): void {
    this.#waiting = waiting
    this.#listener()
  }
}

function Tools({ open, held }: { readonly open: OpenDocument; readonly held: Held }) {
  const state = { held: useSyncExternalStore(held.subscribe, held.getSnapshot), closed: null, synced: true, color: 2 } as LiveState
  return (
    <OpenDocumentContext value={open}>
      <DocumentTools {...{ state }} present={[]} hasCarets={false} showsCarets onShowCarets={nothing} onWriters={nothing} />
    </OpenDocumentContext>
  )
}

/** The tools of a document in which two changes wait. */
async function show() {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  clearInterval(awareness._checkInterval as unknown as number)
  const held = new Held()
  const view = { kind: 'plain', mySeat: { id: 'me', name: 'Mara', side: 'state' } } as unknown as DocumentView
  const live = { awareness, hold: () => held.become(0), release: () => held.become(null) } as unknown as LiveDocument
  new SetAnswers({})
  const user = await showPage(<Tools held={held} open={{ view, live, doc, canEdit: true, isSynced: true }} />, { route: '/', at: '/' })
  return { user, held }
}

const isAtMenu = () => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'View' }))

describe('what is told of others beside the tools', () => {
  it('[UI-296] changes that are shown again leave the focus where they can be let wait', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: 'Show changes' }))
    await waitFor(isAtMenu)
    expect(spoken()).toBe('Others’ changes are shown again.')
  })

  it('[UI-296] [UI-297] also where that ends by itself, and it is said', async () => {
    const { held } = await show()
    act(() => screen.getByRole('button', { name: 'Show changes' }).focus())
    act(() => held.become(null))
    expect(screen.queryByText('2 changes wait')).toBeNull()
    await waitFor(isAtMenu)
    expect(spoken()).toBe('Others’ changes are shown again.')
  })

  it('[UI-296] the line of whom one follows hands the focus on, pressed or left by them', async () => {
    const others = new Map([['a', { user: AMINA, client: 1, place: null }]])
    const follower = new Follower({ others: () => others, guide: { nameOf: () => null, open: nothing }, show: () => nothing })
    const onGone = jest.fn()
    function Line() {
      return <FollowLine {...{ follower, onGone }} following={useSyncExternalStore(follower.subscribe, follower.getSnapshot)} />
    }
    const user = await showPage(<Line />, { route: '/', at: '/' })
    act(() => follower.start(AMINA))
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(onGone).toHaveBeenCalledTimes(1)
    act(() => follower.start(AMINA))
    act(() => screen.getByRole('button', { name: 'Stop' }).focus())
    others.clear()
    act(() => follower.look())
    screen.getByText('You no longer follow Amina: they have left.')
    expect(onGone).toHaveBeenCalledTimes(2)
  })
})
