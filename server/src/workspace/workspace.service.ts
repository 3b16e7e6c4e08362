import { RoundtableError } from '@roundtable/shared/error'
import { type WorkspaceCard, type WorkspaceView, idParameterSchema } from '@roundtable/shared/protocol'
import { SeatStore, seatView } from '../ability/index.js'
import { type DocumentService } from '../live/index.js'
import { type WorkspaceRow, type WorkspaceStore } from './workspace.store.js'

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor: string | null
}

export class WorkspaceService {
  constructor(
    private readonly store: WorkspaceStore,
    private readonly seats: SeatStore,
    private readonly documents: DocumentService
  ) {}

  /** The workspaces this person holds a seat in. The cursor is the last id of the page before. */
  async list(personId: string, { cursor, limit }: { cursor?: string; limit: number }): Promise<Page<WorkspaceCard>> {
    const rows = await this.store.ofPerson(personId, cursor ? decodeCursor(cursor) : null, limit + 1)
    const mine = new Map((await this.seats.ofPerson(personId)).map((seat) => [seat.workspaceId, seatView(seat)]))
    const page = rows.slice(0, limit)
    return {
      items: page.flatMap((row) => {
        const mySeat = mine.get(row.id)
        return mySeat ? [{ ...row, mySeat }] : []
      }),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)!) : null
    }
  }

  /** One workspace with its seats and what of its documents this person may know of. Throws `not_found`. */
  async view(id: string, personId: string, sessionId: string): Promise<WorkspaceView> {
    const row = await this.store.findForPerson(id, personId)
    if (!row) throw new RoundtableError('not_found')
    const [seats, documentList] = await Promise.all([this.seats.ofWorkspace(id), this.documents.cardsOf(id, personId, sessionId)])
    const mySeat = seats.find((seat) => seat.personId === personId)
    if (!mySeat) throw new RoundtableError('not_found')
    return {
      ...row,
      documents: documentList.length,
      mySeat: seatView(mySeat),
      seats: seats.map(seatView),
      documentList,
      next: [],
      creatable: []
    }
  }
}

const encodeCursor = ({ id }: WorkspaceRow): string => Buffer.from(id).toString('base64url')

/** Throws `bad_input` on a cursor that this server did not make. */
function decodeCursor(cursor: string): string {
  const id = idParameterSchema.safeParse(Buffer.from(cursor, 'base64url').toString())
  if (id.success) return id.data
  const problem = { field: 'cursor', reason: 'is not a cursor of this list' }
  throw new RoundtableError('bad_input', problem, [problem])
}
