/**
 * The live socket: `/live/<documentId>`, the y-websocket protocol with three messages of our own.
 *
 * Types 0–3 are y-websocket's. Types 100–102 go only to clients that asked for them with
 * `LIVE_SUBPROTOCOL`; a stock `WebsocketProvider` never sees them.
 *
 *   client                                 server
 *     │── open ?schema=&epoch=&ticket= ────▶│  decides; a refusal accepts, then closes with a code
 *     │◀──────────────── 0/0 sync step 1 ──│  only after the document is loaded
 *     │── 0/0 sync step 1 ────────────────▶│
 *     │◀── 0/2 updates …, 0/1 sync step 2 ─│  step 2 comes last: "synced" is never said too early
 *     │── 0/1 step 2 (counts as 1) ───────▶│
 *     │── 0/2 update (counts as 2) ───────▶│  decode → structure → right → commit → fan out
 *     │◀───────────────── 100 durable {2} ─│  the first 2 are committed, or were known already
 */
export const LIVE_PATH = '/live/'
export const LIVE_SUBPROTOCOL = 'roundtable.live.1'

/** The layout version of live documents that this build writes; stated by clients as `?schema=`. */
export const DOCUMENT_SCHEMA = 1

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** varuint count: how many of this connection's content messages (step 2 and update) are durable. */
  durable: 100,
  /** JSON `AccessNotice`: your right changed, and why. */
  access: 101,
  /** JSON `RejectionNotice`: this message is refused for good, and why. */
  rejected: 102
} as const

export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** How many messages a second a connection may send is the operator's to say: `LIVE_MAX_UPDATES_PER_SECOND`. */
export const LIVE_LIMITS = {
  /** Bytes of one message from a client; a larger one, a first sync as well, is closed with `tooLarge`. */
  messageBytes: 8 * 1024 * 1024,
  /** Bytes of one live update after the opening step 2. */
  updateBytes: 256 * 1024,
  /** Bytes of a whole document, snapshot and log; past it nothing is added. Some more is left for taking away. */
  documentBytes: 64 * 1024 * 1024,
  /** Nesting of shared types below a root. */
  depth: 64,
  /** Bytes of one awareness state before the server stamps it. */
  awarenessBytes: 2048
} as const

/** What a person may do with a whole document on the live door. */
export type LiveRight = 'view' | 'edit'

/** Why a right is what it is: the rule, the Framework's paragraph, and the catalogue key of the plain sentence. */
export interface Because {
  readonly rule: string
  readonly paragraph: string
  readonly sentence: string
}

export interface AccessNotice {
  readonly right: LiveRight
  readonly because: Because
  /** In which of the people colours the others here see this person. */
  readonly color: number
}

export type RejectionReason =
  | 'not_allowed'
  | 'malformed'
  | 'refers_to_unknown'
  | 'foreign_client'
  | 'layout'
  | 'too_large'
  | 'too_deep'
  | 'old_epoch'
  | 'document_full'
  | 'quarantined'

export interface RejectionNotice {
  /** Ordinal (from 1) of the refused content message on this connection. */
  readonly count: number
  readonly reason: RejectionReason
  readonly because?: Because
}

/**
 * Close codes. 44xx is final: the stock provider stops reconnecting on 4400–4499.
 * Everything that time can mend is 45xx, or 1012/1013, and the client's step 2 brings its edits later.
 */
export const CLOSE = {
  malformed: { code: 4400, final: true, sentence: 'The connection sent something that is not the live protocol.' },
  signedOut: { code: 4401, final: true, sentence: 'Sign in to open this document.' },
  notAllowed: { code: 4403, final: true, sentence: 'You may not write this document.' },
  notFound: { code: 4404, final: true, sentence: 'There is nothing here, or you may not know of it.' },
  oldEpoch: { code: 4409, final: true, sentence: 'The document was restored or renewed; this copy is from before.' },
  rejected: { code: 4422, final: true, sentence: 'An edit was refused for good.' },
  badTicket: { code: 4410, final: true, sentence: 'The ticket was used, is too old, or is for something else.' },
  tooLarge: { code: 4413, final: true, sentence: 'The connection sent more at once than the server takes.' },
  tooFast: { code: 4503, final: false, sentence: 'Too many messages; slow down and come back.' },
  slowReader: { code: 4508, final: false, sentence: 'The connection could not keep up and has to start anew.' },
  storage: { code: 4500, final: false, sentence: 'The database does not take writes at the moment.' },
  accessUnknown: { code: 4501, final: false, sentence: 'Rights cannot be read at the moment.' },
  reload: { code: 4502, final: false, sentence: 'The document has moved on; sync again.' },
  draining: { code: 1012, final: false, sentence: 'This server is restarting.' },
  busy: { code: 1013, final: false, sentence: 'This server is full at the moment.' }
} as const

export type CloseName = keyof typeof CLOSE

/** The name of a close code, for screens that say what happened. */
export function closeNameOf(code: number): CloseName | null {
  const found = Object.entries(CLOSE).find(([, entry]) => entry.code === code)
  return found ? (found[0] as CloseName) : null
}
