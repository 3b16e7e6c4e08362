import type { Access, AccessAnswer, AccessQuestion, AccessService, DocumentFacts } from '../ability/index.js'
import type { SessionService } from '../identity/index.js'
import { type CloseName, LIVE_PATH } from '@roundtable/shared/protocol'
import type { IncomingMessage } from 'node:http'
import { Gathered } from '../platform/gathered.js'
import type { TicketStore } from './ticket.store.js'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What the address of a live socket says. */
export interface LiveAddress {
  readonly documentId: string
  readonly ticket: string | null
  /** The layout version the client writes; null: it knows none, rich text is view-only. */
  readonly schema: number | null
  /** The epoch its local copy is from. */
  readonly epoch: number | null
}

/** Reads `/live/<documentId>?ticket=&schema=&epoch=`; null when it is not a live address. */
export function readAddress(url: string | undefined): LiveAddress | null {
  const parsed = URL.parse(url ?? '', 'http://localhost')
  if (!parsed?.pathname.startsWith(LIVE_PATH)) return null
  const documentId = parsed.pathname.slice(LIVE_PATH.length)
  if (!UUID.test(documentId)) return null
  const number = (name: string): number | null => {
    const value = parsed.searchParams.get(name)
    return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null
  }
  return {
    documentId: documentId.toLowerCase(),
    ticket: parsed.searchParams.get('ticket'),
    schema: number('schema'),
    epoch: number('epoch')
  }
}

export interface Admission {
  readonly personId: string
  readonly sessionId: string | null
  readonly access: Access
  readonly document: DocumentFacts
}

/** Who comes in, by ticket or by cookie, and with what right. A refusal is a close code. */
export class Gate {
  readonly #access: Gathered<AccessQuestion, AccessAnswer>

  constructor(
    private readonly sessions: SessionService,
    private readonly tickets: TicketStore,
    access: AccessService
  ) {
    this.#access = new Gathered((questions) => access.answerAll(questions))
  }

  async admit(request: IncomingMessage, address: LiveAddress): Promise<Admission | CloseName> {
    const who = await this.#identify(request, address)
    return typeof who === 'string' ? who : this.decide(who, address)
  }

  /** The right of somebody whose identity is known, as it is now. */
  async decide({ personId, sessionId }: Pick<Admission, 'personId' | 'sessionId'>, address: LiveAddress): Promise<Admission | CloseName> {
    const who = { personId, sessionId }
    const answer = await this.#access.ask({ documentId: address.documentId, ...who })
    if (answer.kind === 'absent') return 'notFound'
    if (answer.kind === 'signed_out') return 'signedOut'
    const { document } = answer.access
    if (address.epoch !== null && address.epoch !== document.epoch) return 'oldEpoch'
    return { ...who, access: answer.access, document }
  }

  async #identify(
    request: IncomingMessage,
    { ticket, documentId }: LiveAddress
  ): Promise<{ personId: string; sessionId: string | null } | CloseName> {
    if (ticket !== null) return (await this.tickets.redeem(ticket, documentId)) ?? 'badTicket'
    const session = await this.sessions.authenticate(request.headers.cookie)
    return session ? { personId: session.personId, sessionId: session.sessionId } : 'signedOut'
  }
}
