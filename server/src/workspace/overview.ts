import {
  DEFINITION_QUESTIONS,
  asksForEngagement,
  decidingSides,
  type DefinitionQuestion,
  type DocumentKind
} from '@roundtable/shared/framework'
import type { NewDocumentBody, NextAction } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Ask, type Member, type SeatRow, ask } from '../ability/index.js'
import { isOfCommunity } from './domain/community-protocol.js'
import { askToAdd } from './domain/new-document.js'
import { nextActions } from './domain/next-actions.js'
import { voiceKeyOf } from './domain/voices.js'
import { mayDecideOn } from './modality/modality-right.js'
import type { ChangeRow } from './modality/modality.store.js'
import { mayInviteOtherSide } from './people/invitation-right.js'

const KINDS_TO_ADD: readonly NewDocumentBody['kind'][] = ['objectives', 'plan', 'principles', 'agreement', 'roadmap']
const WARNED_DAYS = 30
const DAY_MS = 86_400_000

interface OpenRow {
  readonly answered: readonly string[]
  /** What each voice says last of who started it, also of those who have left. */
  readonly initiators: readonly { readonly voice: string; readonly value: string }[]
  /** The open change of modality that this voice has not answered. */
  readonly change: Pick<ChangeRow, 'toModality' | 'toLeadKind' | 'toNamedPartner'> | null
  readonly hasAccepted: boolean
  readonly protocolWaits: boolean
  readonly profileVersion: number
  readonly stageParts: number
  readonly now: Date
}

/** What is open for one voice of a workspace, in one statement. `$2` its voice, `$3` its seat, `$4` its side. */
const OPEN = `select
  (select coalesce(json_agg(distinct question), '[]') from definition_answer where workspace_id = $1 and voice = $2) as answered,
  (select coalesce(json_agg(latest), '[]') from (select distinct on (voice) voice, value from definition_answer
    where workspace_id = $1 and question = 'Q3' order by voice, answered_at desc) latest) as initiators,
  (select json_build_object('toModality', c.to_modality, 'toLeadKind', c.to_lead_kind, 'toNamedPartner', c.to_named_partner)
    from modality_change c where c.workspace_id = $1 and c.status = 'open' and c.expires_at > now()
      and not exists (select 1 from modality_stance m where m.change_id = c.id and m.voice = $2)) as change,
  exists (select 1 from programme_acceptance where workspace_id = $1 and voice = $2) as "hasAccepted",
  exists (select 1 from community_protocol p where p.workspace_id = $1 and p.status = 'open'
    and p.expires_at > now() and p.recorded_by <> $3 and p.recorded_at >= (select created_at from seat where id = $3) and not exists (select 1 from protocol_answer a where a.protocol_id = p.id and a.seat_id = $3)) as "protocolWaits",
  (select version from workspace_profile where workspace_id = $1) as "profileVersion",
  (select count(*)::int from stage_part where workspace_id = $1 and side = $4) as "stageParts",
  now() as now`

/** What a member could do next, and the kinds of document they could add. */
export async function overviewFor(
  source: DataSource,
  member: Member,
  seats: readonly SeatRow[]
): Promise<{ next: NextAction[]; creatable: DocumentKind[] }> {
  const { seat, workspace, workspaceId } = member
  const rows: OpenRow[] = await source.query(OPEN, [workspaceId, voiceKeyOf(seat), seat.id, seat.side])
  const open = rows[0]!
  const may = (asked: Ask): boolean => ask(member, asked).allowed
  const decides = may({ action: 'approve', artefact: 'PROF' })
  const seated = new Set(seats.map(({ side }) => side))
  return {
    next: nextActions({
      isProgramme: member.kind === 'country_programme',
      decides,
      editsProfile: may({ action: 'edit', artefact: 'PROF' }),
      saysStageParts: seat.side !== null && may({ action: 'edit-own', artefact: 'METH', object: { ownership: 'own' } }),
      writesObjectives: may({ action: 'edit', artefact: 'OBJ' }),
      managesSeats: may({ action: 'manage-members', artefact: 'PROF' }),
      invitesParties: may({ action: 'invite-party', artefact: 'PROF' }) || mayInviteOtherSide(seat, seats),
      unansweredQuestions: questionsThatArise(open.initiators, seats).filter((question) => !open.answered.includes(question)).length,
      modalityWaits: open.change !== null && mayDecideOn(member, open.change).allowed,
      acceptanceWaits: member.status === 'forming' && member.kind === 'country_programme' && !open.hasAccepted,
      protocolWaits: open.protocolWaits && isOfCommunity(seat.role),
      mandateEnds: seat.mandateExpiresAt !== null && seat.mandateExpiresAt.getTime() - open.now.getTime() < WARNED_DAYS * DAY_MS,
      otherSideIsMissing: workspace.modality !== 'M1' && decidingSides(workspace).some((side) => !seated.has(side)),
      isAloneOnSide: seats.filter(({ side }) => side === seat.side).length === 1,
      profileIsEmpty: open.profileVersion === 0,
      stagePartsAreEmpty: open.stageParts === 0
    }),
    creatable: KINDS_TO_ADD.filter((kind) => may(askToAdd({ kind, stage: kind === 'plan' ? 'S1' : null, isKept: false }, seat.side)))
  }
}

/** Q4 is asked where somebody who is here says that others than citizens lead (¶15.4, ¶15.5, DEF-38). */
function questionsThatArise(initiators: OpenRow['initiators'], seats: readonly SeatRow[]): readonly DefinitionQuestion[] {
  const present = new Set(seats.map((seat) => voiceKeyOf(seat)))
  const arises = initiators.some(({ voice, value }) => present.has(voice) && asksForEngagement(value))
  return DEFINITION_QUESTIONS.filter((question) => question !== 'Q4' || arises)
}
