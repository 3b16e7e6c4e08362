import type { OrganisationKind, Role, Side } from '@roundtable/shared/framework'
import type { CreateInvitation } from '@roundtable/shared/protocol'
import type { Query } from '../../ability/index.js'
import { endOfDay } from './end-of-day.js'

/** An invitation with what decides whether it still leads in. Times are judged by the database's clock. */
export interface InvitationRow {
  readonly id: string
  readonly workspaceId: string
  readonly role: Role
  readonly side: Side | null
  readonly organisationName: string | null
  readonly organisationKind: OrganisationKind | null
  readonly isFunder: boolean
  readonly mandateGivenBy: string | null
  readonly mandateNote: string
  readonly mandateExpiresAt: Date | null
  readonly invitedBy: string
  readonly invitedByCivic: boolean
  readonly uses: number
  readonly mostUses: number
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly isExpired: boolean
  readonly isRevoked: boolean
  readonly inviterName: string
  readonly inviterSide: Side | null
  /** The seat has ended, or its person is suspended. */
  readonly inviterIsGone: boolean
  readonly title: string
  readonly country: string
}

/** So many are listed, those that still lead in first. */
const MOST_LISTED = 200
/** What one person may make in an hour: a long morning of inviting, and no mailing list. */
const MOST_AN_HOUR = 60

const ROWS = `select i.id, i.workspace_id as "workspaceId", i.role, i.side, i.organisation_name as "organisationName", i.organisation_kind as "organisationKind",
    i.is_funder as "isFunder", i.mandate_given_by as "mandateGivenBy", i.mandate_note as "mandateNote", i.mandate_expires_at as "mandateExpiresAt",
    i.invited_by as "invitedBy", i.invited_by_civic as "invitedByCivic", i.uses, i.most_uses as "mostUses", i.created_at as "createdAt",
    i.expires_at as "expiresAt", i.expires_at <= clock_timestamp() as "isExpired", i.revoked_at is not null as "isRevoked",
    s.name as "inviterName", s.side as "inviterSide", s.ended_at is not null or p.is_suspended as "inviterIsGone", w.title, w.country
  from invitation i join seat s on s.id = i.invited_by join person p on p.id = s.person_id join workspace w on w.id = i.workspace_id`

export interface InvitationHashes {
  readonly secret: Buffer
  readonly code: Buffer
}

interface NewInvitation {
  readonly id: string
  readonly workspaceId: string
  readonly hashes: InvitationHashes
  readonly side: Side | null
  readonly invitedBy: string
  readonly invitedByCivic: boolean
  readonly body: CreateInvitation
}

export async function insertInvitation(query: Query, invitation: NewInvitation): Promise<{ expiresAt: Date }> {
  const { id, workspaceId, hashes, side, invitedBy, invitedByCivic, body } = invitation
  const [made] = await query<{ expiresAt: Date }>(
    `insert into invitation (id, workspace_id, secret_hash, code_hash, role, side, organisation_name, organisation_kind, is_funder,
       mandate_given_by, mandate_note, mandate_expires_at, invited_by, invited_by_civic, most_uses, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ${endOfDay('$12')}, $13, $14, $15, now() + make_interval(days => $16))
     returning expires_at as "expiresAt"`,
    [
      id,
      workspaceId,
      hashes.secret,
      hashes.code,
      body.role,
      side,
      body.organisation?.name ?? null,
      body.organisation?.kind ?? null,
      body.isFunder,
      body.mandate?.givenBy ?? null,
      body.mandate?.note ?? '',
      body.mandate?.expiresOn ?? null,
      invitedBy,
      invitedByCivic,
      body.uses,
      body.expiresInDays
    ]
  )
  return made!
}

/** True when this person has made as many invitations in the last hour, in whatever workspace, as one may. */
export async function hasInvitedTooOften(query: Query, personId: string): Promise<boolean> {
  const [row] = await query<{ made: number }>(
    `select count(*)::int as made from invitation i join seat s on s.id = i.invited_by
     where s.person_id = $1 and i.created_at > now() - interval '1 hour'`,
    [personId]
  )
  return (row?.made ?? 0) >= MOST_AN_HOUR
}

export async function findInvitation(query: Query, id: string): Promise<InvitationRow | null> {
  const [row] = await query<InvitationRow>(`${ROWS} where i.id = $1`, [id])
  return row ?? null
}

export async function findBySecret(query: Query, hash: Buffer, by: keyof InvitationHashes): Promise<InvitationRow | null> {
  const [row] = await query<InvitationRow>(`${ROWS} where i.${by}_hash = $1`, [hash])
  return row ?? null
}

/** What a side has sent out: what still leads in, then the newest. */
export function invitationsOfSide(query: Query, workspaceId: string, side: Side | null): Promise<InvitationRow[]> {
  return query<InvitationRow>(
    `${ROWS} where i.workspace_id = $1 and s.side is not distinct from $2
     order by i.revoked_at is null and i.uses < i.most_uses and i.expires_at > clock_timestamp() desc, i.created_at desc, i.id limit ${MOST_LISTED}`,
    [workspaceId, side]
  )
}

export async function revokeInvitation(query: Query, id: string): Promise<void> {
  await query('update invitation set revoked_at = now() where id = $1 and revoked_at is null', [id])
}

/** Counts one use, if one is left: of two at once for the last one, one gets it. */
export async function useInvitation(query: Query, id: string): Promise<boolean> {
  const used = await query(
    `with used as (
       update invitation set uses = uses + 1
       where id = $1 and uses < most_uses and revoked_at is null and expires_at > clock_timestamp() returning id
     ) select id from used`,
    [id]
  )
  return used.length === 1
}

interface Newcomer {
  readonly workspaceId: string
  readonly recoveryHash: string | null
}

/** Whoever was made on the way in by this invitation within the last hour, and sits there still. */
export async function findNewcomer(query: Query, personId: string, hash: Buffer, by: keyof InvitationHashes): Promise<Newcomer | null> {
  const [newcomer] = await query<Newcomer>(
    `select s.workspace_id as "workspaceId", p.recovery_hash as "recoveryHash"
     from person p join seat s on s.person_id = p.id join invitation_use u on u.seat_id = s.id join invitation i on i.id = u.invitation_id
     where p.id = $1 and i.${by}_hash = $2 and s.ended_at is null and not p.is_suspended and s.created_at > now() - interval '1 hour'`,
    [personId, hash]
  )
  return newcomer ?? null
}
