import {
  type Action,
  type Actor,
  type Decision,
  type ObjectFacts,
  PLAIN_OBJECT,
  type WorkspaceFacts,
  decide,
  isOnRegistry
} from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { Because } from '@roundtable/shared/protocol'
import type { Artefact } from '@roundtable/shared/framework'
import type { SeatRow } from './seat.store.js'

/** What `decide()` is asked about a workspace; `object` overrides what is known of the one thing. */
export interface Ask {
  readonly action: Action
  readonly artefact: Artefact
  readonly object?: Partial<ObjectFacts>
  /** All that is known of it, not only what its registry card shows. */
  readonly whole?: boolean
}

/** A person in one workspace at one moment: their seat there, and what is true of the workspace. */
export interface Member {
  readonly personId: string
  readonly workspaceId: string
  readonly kind: 'initiative' | 'country_programme'
  readonly status: string
  readonly seat: SeatRow
  readonly actor: Actor
  readonly workspace: WorkspaceFacts
}

/**
 * The one way by which everything but the live socket asks what a member may do. R-21: from "card" on, the registry shows a
 * workspace's profile to the secretariat: its title and what it is about, and not its people nor what they have answered. Whoever
 * opened a programme for the secretariat sees whom they may call in.
 */
export function ask(
  { actor, workspace, seat }: Pick<Member, 'actor' | 'workspace'> & Partial<Pick<Member, 'seat'>>,
  { action, artefact, object, whole }: Ask
): Decision {
  const published = artefact === 'PROF' && isOnRegistry(actor.role, artefact, workspace.registry) && (!whole || seat?.isOpener === true)
  return decide(actor, action, artefact, { ...workspace, ...PLAIN_OBJECT, published, ...object })
}

/** Throws `not_found` where the person may not know of the workspace, else `not_allowed` with rule, paragraph and sentence. */
export function mustBeAllowed(member: Member, asked: Ask): void {
  if (!ask(member, { action: 'view', artefact: 'PROF' }).allowed) throw new RoundtableError('not_found')
  const decision = ask(member, asked)
  if (!decision.allowed) throw refusalBy(decision)
}

/** A decision's refusal as everybody meets it. */
export function refusalBy({ rule, paragraph, sentence }: Because): RoundtableError {
  return new RoundtableError('not_allowed', { rule, paragraph, sentence })
}
