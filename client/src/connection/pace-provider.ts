import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { PacedUpdates } from './paced-updates.js'

/**
 * Has a provider apply others' live edits at a pace (`PacedUpdates`), several in one transaction. The steps of a sync are taken after
 * all that came before them; presence and what the server says of one's own edits do not wait.
 */
export function paceProvider(provider: WebsocketProvider): PacedUpdates {
  const { doc, messageHandlers } = provider
  const paced = new PacedUpdates((updates) =>
    Y.transact(doc, () => updates.forEach((update) => Y.applyUpdate(doc, update, provider)), provider, false)
  )
  const takeStep = messageHandlers[MESSAGE.sync]
  if (!takeStep) throw new Error('the provider knows no sync messages')
  messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    if (decoder.arr[decoder.pos] !== SYNC.update) {
      paced.flush()
      return takeStep(encoder, decoder, ...rest)
    }
    decoding.readVarUint(decoder)
    // A copy: the bytes are the connection's.
    paced.add(decoding.readVarUint8Array(decoder).slice())
  }
  provider.on('connection-close', () => paced.flush())
  return paced
}
