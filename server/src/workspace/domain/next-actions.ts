import type { NextAction } from '@roundtable/shared/protocol'

/** What a person may do and what is still open: everything `nextActions` weighs. */
export interface Openings {
  readonly isProgramme: boolean
  /** May decide for their side (A on the profile). */
  readonly decides: boolean
  readonly editsProfile: boolean
  readonly saysStageParts: boolean
  readonly writesObjectives: boolean
  /** Somebody has begun to say what they want to reach. */
  readonly objectivesAreWritten: boolean
  readonly managesSeats: boolean
  readonly invitesParties: boolean
  /** Questions of the definition test that their voice has not answered. */
  readonly unansweredQuestions: number
  /** A change of modality waits for their voice. */
  readonly modalityWaits: boolean
  /** The programme waits for their side. */
  readonly acceptanceWaits: boolean
  /** How the community chose its delegate waits for their word. */
  readonly protocolWaits: boolean
  /** Their mandate has run out or soon will. */
  readonly mandateEnds: boolean
  /** Nobody of another side that takes part in deciding is here. */
  readonly otherSideIsMissing: boolean
  /** They are the only one of their side. */
  readonly isAloneOnSide: boolean
  readonly profileIsEmpty: boolean
  readonly stagePartsAreEmpty: boolean
}

const MOST = 3

/** The three most useful things to do next; what others wait for comes before what is one's own to begin. */
export function nextActions(openings: Openings): NextAction[] {
  const candidates: readonly (readonly [boolean, NextAction])[] = [
    [openings.modalityWaits, 'answer_modality'],
    [openings.acceptanceWaits && openings.decides, 'accept_programme'],
    [openings.protocolWaits, 'confirm_delegate'],
    [openings.mandateEnds, 'renew_mandate'],
    [!openings.isProgramme && openings.decides && openings.unansweredQuestions > 0, 'answer_definition'],
    [openings.invitesParties && openings.otherSideIsMissing, 'invite_other_side'],
    [openings.managesSeats && openings.isAloneOnSide, 'invite_own_side'],
    [openings.editsProfile && openings.profileIsEmpty, 'describe_profile'],
    [openings.writesObjectives && !openings.objectivesAreWritten, 'write_objectives'],
    [openings.saysStageParts && openings.stagePartsAreEmpty, 'say_stage_parts']
  ]
  return candidates
    .filter(([isOpen]) => isOpen)
    .map(([, action]) => action)
    .slice(0, MOST)
}
