import { MESSAGE, SYNC, type DocumentView } from '@roundtable/shared/protocol'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { LiveDocument } from './live-document.js'

/** A browser that keeps no copies. */
jest.mock('y-indexeddb', () => ({
  IndexeddbPersistence: class {
    readonly _db = Promise.reject(new Error('no copies here'))
    readonly _storeUpdate = () => undefined
    readonly destroy = () => Promise.resolve()
    constructor(
      readonly name: string,
      readonly doc: Y.Doc
    ) {
      // Who asks for the copy is told; Node would end the test over a refusal that nobody has asked about yet.
      this._db.catch(() => undefined)
    }
  }
}))

const because = { rule: 'A11', paragraph: '¶15.3', sentence: 'ability.because.A11.edit.yes' }

/** The wire, without a server: the test says what arrives. */
class Wire {
  static last: Wire
  readonly readyState = 1
  binaryType = ''
  onopen: (() => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  constructor() {
    Wire.last = this
  }
  send(): void {
    // What was sent is counted by the class that is tested; nobody reads it.
  }
  close(): void {
    // The provider has let go already.
  }
  says(...parts: readonly (number | string | Uint8Array)[]): void {
    const encoder = encoding.createEncoder()
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else if (typeof part === 'string') encoding.writeVarString(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
    this.onmessage?.({ data: encoding.toUint8Array(encoder).slice().buffer })
  }
}

let count = 0
let onServer = new Y.Doc()
let live: LiveDocument
const state = () => live.getSnapshot()
const type = (words: string) => live.doc.getText('content').insert(live.doc.getText('content').length, words)

/** Opens a document whose server has answered with its text and confirmed the opening step 2. */
async function open(): Promise<void> {
  count += 1
  onServer = new Y.Doc()
  await openIn(1)
}

async function openIn(epoch: number): Promise<void> {
  live = new LiveDocument({
    id: `d${count}`,
    kind: 'plain',
    epoch,
    localCopyKey: `k${count}`,
    right: 'edit',
    because,
    mySeat: { id: 's' }
  } as DocumentView)
  await connected()
}

async function connected(): Promise<void> {
  for (let turns = 0; turns < 100; turns++) await Promise.resolve()
  Wire.last.onopen?.()
  Wire.last.says(MESSAGE.sync, SYNC.step1, Y.encodeStateVector(new Y.Doc()))
  Wire.last.says(MESSAGE.sync, SYNC.step2, Y.encodeStateAsUpdate(onServer))
  Wire.last.says(MESSAGE.durable, 1)
}

beforeAll(() => Object.assign(globalThis, { WebSocket: Wire }))
beforeEach(open)
afterEach(() => live.destroy())

it('[UI-293] who has only opened a document is seen by somebody who knows nothing of them yet', async () => {
  await open()
  const { awareness } = live
  const elsewhere = new Awareness(new Y.Doc())
  applyAwarenessUpdate(elsewhere, encodeAwarenessUpdate(awareness, [awareness.clientID]), null)
  expect([...elsewhere.getStates().keys()]).toContain(awareness.clientID)
  elsewhere.destroy()
  live.destroy()
})

it('[LIVE-111] who has left is not here either when what they wrote is refused and the document begins anew', async () => {
  live.setPresent(false)
  type('too many words')
  Wire.last.onclose?.({ code: 1009, reason: '' })
  await connected()
  expect([state().generation, live.awareness.getLocalState()]).toEqual([1, null])
  live.setPresent(true)
  expect(live.awareness.getLocalState()).toEqual({})
})

describe('an open document', () => {
  it.each([
    ['by the WebSocket itself', 1009],
    ['by the live protocol', 4413]
  ])(
    '[SAVE-8] a message found too big %s ends this Y.Doc instead of being sent for ever, and its words are handed back',
    async (_, code) => {
      type('too many words')
      Wire.last.onclose?.({ code, reason: '' })
      expect(state().recovered).toMatchObject([{ texts: ['too many words'], reason: 'too_large' }])
      expect(state().generation).toBe(1)
      await connected()
      expect(live.doc.getText('content').toJSON()).toBe('')
      expect(state().saveState.kind).toBe('saved')
    }
  )

  it('[SAVE-8] any other lost line keeps the words where they are', () => {
    type('some words')
    Wire.last.onclose?.({ code: 1006, reason: '' })
    expect(state()).toMatchObject({ recovered: [], generation: 0, saveState: { kind: 'on_device', waiting: 1 } })
  })

  it('[SAVE-5] counts what stands in a field and was not handed over as unsent, and does not say saved', () => {
    expect(state().saveState.kind).toBe('saved')
    live.drafts.keep('field', { label: 'Purpose', words: 'to map' })
    live.drafts.keep('field', { label: 'Purpose', words: 'to map wells' })
    expect(state().saveState).toEqual({ kind: 'unfinished', fields: 1 })
    expect(live.unsent).toBe(1)
    live.drafts.drop('field')
    expect(state().saveState.kind).toBe('saved')
    expect(live.unsent).toBe(0)
  })

  it("[LIVE-102] holds others' words and nothing else: one's own are saved, and a right that changes is heard and ends it", () => {
    live.hold()
    onServer.getText('content').insert(0, 'theirs')
    Wire.last.says(MESSAGE.sync, SYNC.update, Y.encodeStateAsUpdate(onServer))
    type('mine')
    expect(state().saveState.kind).toBe('saving')
    Wire.last.says(MESSAGE.durable, 2)
    expect(live.doc.getText('content').toJSON()).toBe('mine')
    expect(state()).toMatchObject({ held: 1, saveState: { kind: 'saved' } })
    Wire.last.says(MESSAGE.access, JSON.stringify({ right: 'view', because, color: 0 }))
    expect(state()).toMatchObject({ held: null, right: 'view' })
    expect(live.doc.getText('content').toJSON()).toContain('theirs')
  })

  it('[SAVE-6] hands the words of open fields back when the right is lost', () => {
    live.drafts.keep('field', { label: 'Purpose', words: 'to map wells' })
    Wire.last.says(MESSAGE.access, JSON.stringify({ right: 'view', because, color: 1 }))
    expect(state().recovered).toMatchObject([{ texts: ['Purpose\nto map wells'], reason: 'not_allowed' }])
    expect(live.drafts.isKept('field')).toBe(false)
    expect(live.unsent).toBe(0)
  })

  it('[UI-75] says that it may no longer be opened also where an edit was refused before the door was shut', async () => {
    type('refused')
    Wire.last.says(MESSAGE.rejected, JSON.stringify({ count: 2, reason: 'not_allowed' }))
    await connected()
    Wire.last.onclose?.({ code: 4404, reason: '' })
    expect(state().closed).toBe('notAllowed')
  })

  it('[SAVE-6] hands them back together with what was refused, and when the document is closed for good', async () => {
    type('refused')
    live.drafts.keep('field', { label: 'Purpose', words: 'to map wells' })
    Wire.last.says(MESSAGE.rejected, JSON.stringify({ count: 2, reason: 'quarantined' }))
    await connected()
    live.drafts.keep('other', { label: 'Period', words: 'a year' })
    Wire.last.onclose?.({ code: 4403, reason: '' })
    expect(state().recovered).toMatchObject([
      { texts: ['refused', 'Purpose\nto map wells'], reason: 'quarantined' },
      { texts: ['Period\na year'], reason: 'notAllowed' }
    ])
  })

  it('[SAVE-6] hands the words of one field back when it goes from the page with an answer that is none', () => {
    live.drafts.keep('field', { label: 'Period', words: 'ten or so' })
    live.drafts.handBack('field')
    live.drafts.handBack('field')
    expect(state().recovered).toMatchObject([{ texts: ['Period\nten or so'], reason: 'unfinished' }])
  })

  it.each([
    ['its session', 4401],
    ['the epoch', 4409]
  ])('[SAVE-14] hands back what a restored document has lost, also what was confirmed, after %s has ended', async (_what, code) => {
    type('kept')
    Y.applyUpdate(onServer, Y.encodeStateAsUpdate(live.doc))
    type(' and lost')
    Wire.last.says(MESSAGE.durable, 3)
    const others = new Y.Doc()
    others.getText('content').insert(0, 'theirs ')
    Wire.last.says(MESSAGE.sync, SYNC.update, Y.encodeStateAsUpdate(others))
    type(' and unsent')
    Wire.last.onclose?.({ code, reason: '' })
    expect(state().recovered).toMatchObject([{ texts: [' and unsent'] }])
    live.destroy()
    await openIn(190_000_000)
    expect(live.doc.getText('content').toJSON()).toBe('kept')
    expect(state().recovered).toMatchObject([{ reason: 'oldEpoch' }])
    // Others' words may stand between: then these are two pieces.
    expect(state().recovered[0]?.texts.join('')).toBe(' and lost and unsent')
  })

  it('[SAVE-14] hands nothing back when the document has lost nothing, or is the same life of it', async () => {
    type('confirmed')
    Wire.last.says(MESSAGE.durable, 2)
    Wire.last.onclose?.({ code: 4401, reason: '' })
    live.destroy()
    await openIn(1)
    expect(state().recovered).toEqual([])
    type('words')
    Y.applyUpdate(onServer, Y.encodeStateAsUpdate(live.doc))
    Wire.last.says(MESSAGE.durable, 2)
    Wire.last.onclose?.({ code: 4409, reason: '' })
    live.destroy()
    await openIn(2)
    expect(state().recovered).toEqual([])
  })

  it('[SAVE-7] says when this browser keeps no copy, and still says saved when the server has everything', async () => {
    expect(state().keepsCopy).toBe(false)
    type('words')
    Wire.last.says(MESSAGE.durable, 2)
    expect(state().saveState.kind).toBe('saved')
    await Promise.resolve()
  })
})
