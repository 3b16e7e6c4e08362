import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { HeldChanges } from './held-changes.js'
import { holdMessages } from './hold-messages.js'

const providers: WebsocketProvider[] = []
afterEach(() => {
  for (const provider of providers.splice(0)) provider.destroy()
})

function connection() {
  const [doc, onServer] = [new Y.Doc(), new Y.Doc()]
  const provider = new WebsocketProvider('ws://localhost', 'd', doc, { connect: false, disableBc: true })
  providers.push(provider)
  const held = new HeldChanges(doc, provider, () => undefined)
  holdMessages(provider, held)
  const says = (step: number, bytes: Uint8Array) => {
    const message = encoding.createEncoder()
    encoding.writeVarUint(message, step)
    encoding.writeVarUint8Array(message, bytes)
    const answer = encoding.createEncoder()
    provider.messageHandlers[MESSAGE.sync]?.(answer, decoding.createDecoder(encoding.toUint8Array(message)), provider, true, MESSAGE.sync)
    return encoding.length(answer)
  }
  return { doc, onServer, provider, held, says, words: () => doc.getText('content').toJSON() }
}

describe('messages while changes are held', () => {
  it('[LIVE-102] the answer of a line that came back waits as well, and the document counts as in step', () => {
    const { onServer, provider, held, says, words } = connection()
    onServer.getText('content').insert(0, 'theirs')
    held.hold()
    says(SYNC.step2, Y.encodeStateAsUpdate(onServer))
    expect([provider.synced, words(), held.waiting]).toEqual([true, '', 1])
    held.release()
    expect(words()).toBe('theirs')
  })

  it('[LIVE-102] what the server asks for is answered', () => {
    const { doc, held, says } = connection()
    doc.getText('content').insert(0, 'mine')
    held.hold()
    expect(says(SYNC.step1, Y.encodeStateVector(new Y.Doc()))).toBeGreaterThan(10)
  })
})
