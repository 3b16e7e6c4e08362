import { artefactOf } from '@roundtable/shared/ability'
import { missingClauses, type Clause } from '@roundtable/shared/document'
import type { DocumentCard, OpenAnswers } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { ask, type Intents, queryOf, type SeatRow, seated, seatsOf } from '../../ability/index.js'
import type { DocumentService } from '../../live/index.js'

type OpenDocument = OpenAnswers['documents'][number]

interface CountedRow {
  readonly id: string
  readonly answered: number
  readonly total: number
  readonly open: OpenDocument['open']
}

/** A document asks at most so much in this list; the rest is counted. */
const MOST_OPEN = 100

/** Clauses and questions of documents, from their rows: counted, and those that are not answered named. */
const COUNTED = `select id, count(*) filter (where is_answered)::int as answered, count(*)::int as total,
    coalesce(json_agg(json_build_object('key', key, 'code', code, 'heading', heading, 'state', state) order by place)
      filter (where not is_answered and nth <= ${MOST_OPEN}), '[]') as open
  from (select *, row_number() over (partition by id, is_answered order by place) as nth from (
    select document_id as id, clause_id as key, code, heading, state, place, state in ('answered', 'not_arising') as is_answered
      from projected_clause where document_id = any ($1)
    union all
    select document_id, question, question, '', state, place, state in ('answered', 'not_arising')
      from projected_answer where document_id = any ($1)
  ) asked) counted group by id`

/** What the clauses of agreements say, from which it follows which others they still need (DOC-29). */
const CLAUSES_OF = `select document_id as id, json_agg(json_build_object('code', code, 'fields', details -> 'fields',
    'notArising', details -> 'notArising') order by place) as clauses
  from projected_clause where document_id = any ($1) group by document_id`

interface AgreementRow {
  readonly id: string
  readonly clauses: readonly Pick<Clause, 'code' | 'fields' | 'notArising'>[]
}

/** What is not answered yet in a workspace's documents: for whoever asks where the work stands. */
export class OpenAnswersService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Pick<Intents, 'member'>,
    private readonly documents: Pick<DocumentService, 'cardsOf'>
  ) {}

  /** Throws `not_found`. Documents one may not know of are neither named nor counted. */
  async view(personId: string, workspaceId: string, sessionId: string): Promise<OpenAnswers> {
    await this.intents.member(personId, workspaceId, { action: 'view', artefact: 'PROF' })
    const cards = await this.documents.cardsOf(workspaceId, personId, sessionId)
    const ids = [cards.map(({ id }) => id)]
    const rows: CountedRow[] = await this.source.query(COUNTED, ids)
    const agreements: AgreementRow[] = await this.source.query(CLAUSES_OF, ids)
    const seats = await seatsOf(queryOf(this.source.manager), workspaceId)
    return {
      documents: cards.flatMap((card) => {
        const { id, title, kind, stage, side } = card
        const counted = rows.find((row) => row.id === id)
        if (!counted) return []
        const missing = missingClauses(agreements.find((row) => row.id === id)?.clauses ?? [])
        const lacking = kind === 'agreement' ? missing.map(({ code }) => ({ key: code, code, heading: '', state: 'missing' as const })) : []
        const { answered, total, open } = counted
        return [
          {
            id,
            title,
            kind,
            stage,
            side,
            answered,
            total: total + lacking.length,
            writers: writersOf(card, seats),
            open: [...open, ...lacking]
          }
        ]
      })
    }
  }
}

/** Whoever may write the whole of it as it is now. */
function writersOf({ kind, stage, side, state, isKept }: DocumentCard, seats: readonly SeatRow[]): string[] {
  const object = { stage, state, ownerSide: side, privateTo: isKept ? side : null }
  return seats
    .filter((seat) => !seat.isSuspended && ask(seated(seat), { action: 'edit', artefact: artefactOf(kind), object }).allowed)
    .map(({ id }) => id)
}
