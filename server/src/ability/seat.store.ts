import type {
  DefinitionOutcome,
  LeadKind,
  Modality,
  OrganisationKind,
  PartnerKind,
  RegistryLevel,
  Role,
  Side
} from '@roundtable/shared/framework'
import type { SeatView } from '@roundtable/shared/protocol'
import type pg from 'pg'

export interface SeatRow {
  readonly id: string
  readonly workspaceId: string
  readonly personId: string
  readonly side: Side | null
  readonly role: Role
  readonly name: string
  readonly organisation: string | null
  readonly organisationId: string | null
  readonly organisationKind: OrganisationKind | null
  /** Of a delegate: whose voice they took up; null while it is their own or their community's. */
  readonly voiceOf: string | null
  readonly isFunder: boolean
  readonly invitedByCivic: boolean
  readonly mandateExpiresAt: Date | null
  readonly mandateExpired: boolean
  /** Days until the mandate ends, begun ones counted, by the database's clock; null without an end. */
  readonly mandateDaysLeft: number | null
  readonly mandateGivenBy: string | null
  readonly mandateNote: string
  readonly isProvisional: boolean
  /** Its person is suspended: the seat is there, and speaks for nobody (ID-27). */
  readonly isSuspended: boolean
  /** Whoever opened the workspace sits here. */
  readonly isOpener: boolean
  readonly kind: 'initiative' | 'country_programme'
  readonly modality: Modality
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
  readonly outcome: DefinitionOutcome | null
  readonly registry: RegistryLevel
}

/** Nobody holds more seats than this; the list is bounded all the same. */
const MOST_OF_PERSON = 1000

/** Living seats with the facts of their workspace; a condition follows. */
export const SEATS = `select s.id, s.workspace_id as "workspaceId", s.person_id as "personId", s.side, s.role, s.name, o.name as organisation, s.organisation_id as "organisationId", o.kind as "organisationKind", s.voice_of as "voiceOf", s.is_funder as "isFunder", s.invited_by_civic as "invitedByCivic",
    s.mandate_expires_at as "mandateExpiresAt", coalesce(s.mandate_expires_at <= now(), false) as "mandateExpired",
    ceil(extract(epoch from s.mandate_expires_at - now()) / 86400)::int as "mandateDaysLeft", s.mandate_given_by as "mandateGivenBy", s.mandate_note as "mandateNote", s.is_provisional as "isProvisional",
    p.is_suspended as "isSuspended", coalesce(w.opened_by = s.id, false) as "isOpener",
    w.kind, w.status, w.modality, w.lead_kind as "leadKind", w.named_partner as "namedPartner", w.outcome, w.registry
  from seat s join workspace w on w.id = s.workspace_id join person p on p.id = s.person_id left join organisation o on o.id = s.organisation_id
  where s.ended_at is null`

/** Every one of them: who decides is read off this list. How many there can be is bounded where a seat is taken (WORK-21). */
export const OF_WORKSPACE = `${SEATS} and s.workspace_id = $1 order by s.side nulls last, s.name, s.id`

export class SeatStore {
  constructor(private readonly pool: pg.Pool) {}

  async ofPerson(personId: string): Promise<SeatRow[]> {
    const { rows } = await this.pool.query<SeatRow>({
      name: 'seats_of_person',
      text: `${SEATS} and s.person_id = $1 order by s.workspace_id limit ${MOST_OF_PERSON}`,
      values: [personId]
    })
    return rows
  }

  async ofWorkspace(workspaceId: string): Promise<SeatRow[]> {
    const { rows } = await this.pool.query<SeatRow>({
      name: 'seats_of_workspace',
      text: OF_WORKSPACE,
      values: [workspaceId]
    })
    return rows
  }
}

/** What others in the workspace may see of a seat: its name there, never the person behind it. */
export function seatView({ id, workspaceId, side, role, name, organisation, mandateExpiresAt }: SeatRow): SeatView {
  return { id, workspaceId, side, role, name, organisation, mandateExpiresAt: mandateExpiresAt?.toISOString() ?? null }
}
