import type {
  DefinitionOutcome,
  DocumentKind,
  DocumentState,
  LeadKind,
  Modality,
  PartnerKind,
  RegistryLevel,
  Role,
  Side,
  Stage
} from '@roundtable/shared/framework'
import type pg from 'pg'
import type { AccessQuestion } from './access.js'
import type { Query } from './query.js'

/** Everything a decision about one document rests on, read in one statement: numbers and facts are of one moment. */
export interface AccessFacts {
  readonly documentId: string
  readonly familyId: string
  readonly workspaceId: string
  readonly kind: DocumentKind
  readonly documentSide: Side | null
  /** The side that keeps the document to itself. */
  readonly privateTo: Side | null
  /** The stage a plan is for. */
  readonly stage: Stage | null
  readonly title: string
  readonly state: DocumentState
  readonly epoch: number
  readonly modality: Modality
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
  readonly outcome: DefinitionOutcome | null
  readonly registry: RegistryLevel
  /** The living seat; for somebody who left and wrote part of the document, the seat they wrote it under. */
  readonly seatId: string | null
  /** They left, kept reading, and wrote part of this (ABIL-28): they hold no living seat. */
  readonly isCoWriter: boolean
  readonly seatName: string | null
  readonly seatSide: Side | null
  readonly role: Role | null
  readonly isFunder: boolean | null
  readonly invitedByCivic: boolean | null
  readonly organisation: string | null
  readonly mandateExpired: boolean
  readonly mandateExpiresAt: Date | null
  readonly seatColor: number
  readonly isSignedIn: boolean
  readonly validUntil: Date
  readonly workspaceNumber: number
  readonly personNumber: number
}

const FACTS = {
  name: 'access_facts',
  text: `select d.id as "documentId", d.family_id as "familyId", d.workspace_id as "workspaceId", d.kind, d.side as "documentSide",
      d.private_to as "privateTo", d.stage, d.title,
      h.state, h.epoch, w.modality, w.lead_kind as "leadKind", w.named_partner as "namedPartner", w.outcome, w.registry,
      s.id as "seatId", coalesce(not s.is_living, false) as "isCoWriter", s.name as "seatName", s.side as "seatSide", s.role, s.is_funder as "isFunder", s.invited_by_civic as "invitedByCivic",
      o.name as organisation, coalesce(s.mandate_expires_at <= now(), false) as "mandateExpired", s.mandate_expires_at as "mandateExpiresAt",
      (select count(*)::int % 24 from seat b where b.workspace_id = w.id and (b.created_at, b.id) < (s.created_at, s.id)) as "seatColor",
      not p.is_suspended and (q.session is null or e.id is not null) as "isSignedIn",
      least(coalesce(e.expires_at, 'infinity'), case when s.mandate_expires_at > now() then s.mandate_expires_at else 'infinity' end) as "validUntil",
      aw.number as "workspaceNumber", ap.number as "personNumber", q.ordinal::int as ordinal
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as q (document, person, session, ordinal)
    join document d on d.id = q.document
    join document_head h on h.document_id = d.id
    join workspace w on w.id = d.workspace_id
    join person p on p.id = q.person
    join access_scope aw on aw.scope_id = w.id
    join access_scope ap on ap.scope_id = p.id
    left join lateral (
      select l.*, true as is_living from seat l where l.workspace_id = w.id and l.person_id = p.id and l.ended_at is null
      union all
      (select k.*, false from seat k where k.workspace_id = w.id and k.person_id = p.id and k.ended_at is not null and k.keeps_reading
        and not exists (select 1 from seat n where n.workspace_id = w.id and n.person_id = p.id
          and (n.ended_at is null or (n.ended_at > k.ended_at and not n.keeps_reading)))
        and (exists (select 1 from attribution a where a.seat_id = k.id and a.document_id = d.id)
          or exists (select 1 from document_update u where u.document_id = d.id and u.seat_id = k.id))
      order by k.ended_at desc limit 1)
    ) s on true
    left join organisation o on o.id = s.organisation_id
    left join session e on e.id = q.session and e.person_id = p.id and e.ended_at is null and e.expires_at > now()`
}

/** No session and no mandate ends by then: year 275760 is as far as dates go. */
const FOREVER = new Date(8.64e15)

type FactsRow = Omit<AccessFacts, 'validUntil'> & { readonly ordinal: number; readonly validUntil: Date | number }

const valuesOf = (questions: readonly AccessQuestion[]): unknown[] => [
  questions.map((question) => question.documentId),
  questions.map((question) => question.personId),
  questions.map((question) => question.sessionId)
]

function inOrder(questions: readonly AccessQuestion[], rows: readonly FactsRow[]): (AccessFacts | null)[] {
  const facts: (AccessFacts | null)[] = questions.map(() => null)
  for (const row of rows) facts[row.ordinal - 1] = { ...row, validUntil: row.validUntil instanceof Date ? row.validUntil : FOREVER }
  return facts
}

/** The facts of one question in the transaction of whoever acts on them. */
export async function factsIn(query: Query, question: AccessQuestion): Promise<AccessFacts | null> {
  const [facts] = await manyFactsIn(query, [question])
  return facts ?? null
}

/** The same of many at once, in their order. */
export async function manyFactsIn(query: Query, questions: readonly AccessQuestion[]): Promise<(AccessFacts | null)[]> {
  return inOrder(questions, await query<FactsRow>(FACTS.text, valuesOf(questions)))
}

export class AccessStore {
  constructor(private readonly pool: pg.Pool) {}

  /** Facts for each question, in its order; null where the document or the person does not exist. One query for all. */
  async factsFor(questions: readonly AccessQuestion[]): Promise<(AccessFacts | null)[]> {
    const { rows } = await this.pool.query<FactsRow>({ ...FACTS, values: valuesOf(questions) })
    return inOrder(questions, rows)
  }

  /**
   * Which scopes have changed in or after transaction `sinceXid`, and from which on to ask the next time.
   * A change that was still under way at the last look has an id at or above that look's oldest, so none is missed.
   */
  async changesSince(sinceXid: string | null): Promise<{ nextXid: string; now: Date; changed: { scope: string; number: number }[] }> {
    const { rows } = await this.pool.query<{ nextXid: string; now: Date; changed: { scope: string; number: number }[] }>({
      name: 'access_changes',
      text: `select pg_snapshot_xmin(pg_current_snapshot())::text as "nextXid", clock_timestamp() as now,
        (select coalesce(json_agg(json_build_object('scope', scope_id, 'number', number)), '[]') from access_scope where changed_xid >= $1::text::xid8) as changed`,
      values: [sinceXid]
    })
    return rows[0]!
  }
}
