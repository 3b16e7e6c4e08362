import { decidingSides, type DocumentKind } from '@roundtable/shared/framework'
import type { NewDocumentBody, NextAction } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Ask, type Member, type SeatRow, ask, queryOf } from '../ability/index.js'
import { isOfCommunity } from './domain/community-protocol.js'
import { askToAdd } from './domain/new-document.js'
import { nextActions } from './domain/next-actions.js'
import { WARNED_DAYS } from './domain/mandate.js'
import { mayDecideOn } from './modality/modality-right.js'
import { openOf, unansweredOf } from './open-of-voice.js'
import { mayInviteOtherSide } from './people/invitation-right.js'

const KINDS_TO_ADD: readonly NewDocumentBody['kind'][] = ['objectives', 'plan', 'principles', 'agreement', 'roadmap']
const DAY_MS = 86_400_000

/** What a member could do next, and the kinds of document they could add. */
export async function overviewFor(
  source: DataSource,
  member: Member,
  seats: readonly SeatRow[]
): Promise<{ next: NextAction[]; creatable: DocumentKind[] }> {
  const { seat, workspace } = member
  const [open] = await openOf(queryOf(source.manager), [member])
  if (!open) throw new Error(`what is open in workspace ${member.workspaceId} could not be read`)
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
      unansweredQuestions: unansweredOf(open, seats).length,
      modalityWaits: open.change !== null && mayDecideOn(member, open.change).allowed,
      acceptanceWaits: member.status === 'forming' && member.kind === 'country_programme' && !open.hasAccepted,
      protocolWaits: open.protocolWaits && isOfCommunity(seat.role),
      objectivesAreWritten: open.objectivesAreWritten,
      mandateEnds: seat.mandateExpiresAt !== null && seat.mandateExpiresAt.getTime() - open.now.getTime() < WARNED_DAYS * DAY_MS,
      otherSideIsMissing: workspace.modality !== 'M1' && decidingSides(workspace).some((side) => !seated.has(side)),
      isAloneOnSide: seats.filter(({ side }) => side === seat.side).length === 1,
      profileIsEmpty: open.profileVersion === 0,
      stagePartsAreEmpty: open.stageParts === 0
    }),
    creatable: KINDS_TO_ADD.filter((kind) => may(askToAdd({ kind, stage: kind === 'plan' ? 'S1' : null, isKept: false }, seat.side)))
  }
}
