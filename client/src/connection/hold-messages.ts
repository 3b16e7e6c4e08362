import { MESSAGE, SYNC } from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import type { WebsocketProvider } from 'y-websocket'
import type { HeldChanges } from './held-changes.js'

/**
 * Lets the content that the server sends wait where it is held. Everything else passes: what the server asks is answered,
 * what it has stored is confirmed, and a right that changes is heard at once.
 */
export function holdMessages(provider: WebsocketProvider, held: HeldChanges): void {
  const asEver = provider.messageHandlers[MESSAGE.sync]
  provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, to, emitSynced, type) => {
    const step = held.waiting === null ? SYNC.step1 : decoding.peekVarUint(decoder)
    if (step === SYNC.step1) return asEver?.(encoder, decoder, to, emitSynced, type)
    decoding.readVarUint(decoder)
    held.take(decoding.readVarUint8Array(decoder))
    // The answer of a connection that came back meanwhile: everything is here, if not yet to be seen.
    if (emitSynced && step === SYNC.step2 && !to.synced) to.synced = true
  }
}
