import { withoutTidying } from '@roundtable/shared/document'
import {
  DOCUMENT_SCHEMA,
  LIVE_SUBPROTOCOL,
  MESSAGE,
  type AccessNotice,
  type DocumentView,
  type RejectionNotice
} from '@roundtable/shared/protocol'
import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { countingLine } from './live-line.js'
import { askToKeepStorage } from './keep-storage.js'
import { HeldChanges } from './held-changes.js'
import { holdMessages } from './hold-messages.js'
import { LocalCopy } from './local-copy.js'
import { paceProvider } from './pace-provider.js'
import type { PacedUpdates } from './paced-updates.js'
import { SentLedger } from './sent-ledger.js'
import { liveServer } from './way-world.js'

/** One life of the local Y.Doc. A refused edit ends it: a copy can never take a refused struct back. */
export interface Life {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly copy: LocalCopy
  readonly ledger: SentLedger
  readonly paced: PacedUpdates
  readonly held: HeldChanges
}

/**
 * Message too big: ws says so itself, outside of the codes of our own. What was too big once is too big again, and the
 * stock provider, which knows only 44xx as final, would send it for ever.
 */
export const CLOSED_TOO_BIG = 1009

interface LifeListeners {
  /** An edit was made, or a message sent. */
  readonly onChanged: () => void
  readonly onCopyLost: () => void
  readonly onCopyFull: (isFull: boolean) => void
}

/** A Y.Doc with its copy, its ledger and its provider. Nothing is connected: that comes when the copy is loaded. */
export function beginLife(view: DocumentView, { onChanged, onCopyLost, onCopyFull }: LifeListeners, after?: Promise<void>): Life {
  const doc = withoutTidying(new Y.Doc())
  const ledger = new SentLedger()
  // Before the provider listens: an edit is in the ledger when its message is counted.
  doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin === provider || copy.isOrigin(origin)) return
    ledger.edited(bytes, performance.now())
    askToKeepStorage()
    onChanged()
  })
  const copy = new LocalCopy(view.localCopyKey, doc, { onLost: onCopyLost, onFull: onCopyFull }, after)
  const provider: WebsocketProvider = new WebsocketProvider(liveServer(), view.id, doc, {
    connect: false,
    disableBc: true,
    protocols: [LIVE_SUBPROTOCOL],
    params: { schema: String(DOCUMENT_SCHEMA), epoch: String(view.epoch) },
    shouldReconnect: ({ code }) => code !== CLOSED_TOO_BIG && !(code >= 4400 && code < 4500),
    WebSocketPolyfill: countingLine(
      (type) => {
        ledger.messageSent(type)
        onChanged()
      },
      () => ledger.connectionOpened()
    )
  })
  // Its first state has the clock 0, which others take for one they know already: they would see nobody until it is said again.
  provider.awareness.setLocalState({})
  const paced = paceProvider(provider)
  const held = new HeldChanges(doc, provider, onChanged)
  holdMessages(provider, held)
  return { doc, provider, copy, ledger, paced, held }
}

export interface ServerHearer {
  readonly onStatus: () => void
  readonly onSync: (isSynced: boolean) => void
  readonly onOthersEdit: () => void
  readonly onDurable: (count: number) => void
  readonly onAccess: (notice: AccessNotice) => void
  readonly onRejected: (notice: RejectionNotice) => void
  readonly onClosed: (code: number) => void
}

/** Tells what the server says to this life. */
export function hearServer({ doc, provider }: Life, hearer: ServerHearer): void {
  provider.on('status', hearer.onStatus)
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) hearer.onOthersEdit()
  })
  provider.on('sync', hearer.onSync)
  provider.on('closed', ({ code }) => hearer.onClosed(code))
  provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => hearer.onDurable(decoding.readVarUint(decoder))
  provider.messageHandlers[MESSAGE.access] = (_encoder, decoder) =>
    hearer.onAccess(JSON.parse(decoding.readVarString(decoder)) as AccessNotice)
  provider.messageHandlers[MESSAGE.rejected] = (_encoder, decoder) =>
    hearer.onRejected(JSON.parse(decoding.readVarString(decoder)) as RejectionNotice)
}
