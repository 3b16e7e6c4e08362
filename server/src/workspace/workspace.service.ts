import { RoundtableError } from '@roundtable/shared/error'
import { type WorkspaceCard, type WorkspaceView, idParameterSchema } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Intents, SeatStore, seatView } from '../ability/index.js'
import type { DocumentService } from '../live/index.js'
import { overviewFor } from './overview.js'
import { partsNotShownTo } from './parts-not-shown.js'
import type { ListedRow, WorkspaceStore } from './workspace.store.js'

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor: string | null
}

export class WorkspaceService {
  constructor(
    private readonly source: DataSource,
    private readonly store: WorkspaceStore,
    private readonly seats: SeatStore,
    private readonly documents: DocumentService,
    private readonly intents: Intents
  ) {}

  /** The workspaces this person may know of. The cursor is the last id of the page before. */
  async list(personId: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<WorkspaceCard>> {
    const rows = await this.store.ofPerson(personId, cursor ? decodeCursor(cursor) : null, limit + 1)
    const page = rows.slice(0, limit)
    return { items: page.map(cardOf), nextCursor: rows.length > limit ? encodeCursor(page.at(-1)!) : null }
  }

  /** One workspace with its seats and what of its documents this person may know of. Throws `not_found`. */
  async view(id: string, personId: string, sessionId: string): Promise<WorkspaceView> {
    const member = await this.intents.member(personId, id, { action: 'view', artefact: 'PROF' })
    const [row, seats, documentList] = await Promise.all([
      this.store.findForPerson(id, personId),
      this.seats.ofWorkspace(id),
      this.documents.cardsOf(id, personId, sessionId)
    ])
    if (!row) throw new RoundtableError('not_found')
    const { next, creatable } = await overviewFor(this.source, member, seats)
    const notShown = partsNotShownTo(member)
    // A registry card names nobody but the reader.
    const shown = notShown.includes('people') ? seats.filter((seat) => seat.id === member.seat.id) : seats
    return { ...row, mySeat: seatView(member.seat), notShown, seats: shown.map(seatView), documentList, next, creatable }
  }
}

function cardOf({ seatId, side, role, name, organisation, mandateExpiresAt, ...card }: ListedRow): WorkspaceCard {
  const expires = mandateExpiresAt?.toISOString() ?? null
  return { ...card, mySeat: { id: seatId, workspaceId: card.id, side, role, name, organisation, mandateExpiresAt: expires } }
}

const encodeCursor = ({ id }: ListedRow): string => Buffer.from(id).toString('base64url')

/** Throws `bad_input` on a cursor that this server did not make. */
function decodeCursor(cursor: string): string {
  const id = idParameterSchema.safeParse(Buffer.from(cursor, 'base64url').toString())
  if (id.success) return id.data
  const problem = { field: 'cursor', reason: 'is not a cursor of this list' }
  throw new RoundtableError('bad_input', problem, [problem])
}
