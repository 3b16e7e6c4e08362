import {
  artefactOf,
  decide,
  liveRightOf,
  PLAIN_OBJECT,
  type Action,
  type Actor,
  type DecisionContext,
  type ObjectFacts
} from '@roundtable/shared/ability'
import type { Artefact, Role } from '@roundtable/shared/framework'
import type { MatrixActor, MatrixDocument, MatrixWorld } from './stage.js'

/** What a door has to do: show or do it, refuse with a reason, know nothing of it, or ask to sign in first. */
export type Expectation = 'allowed' | 'refused' | 'absent' | 'signed out'

function actorIn({ personId, actor, oddity }: MatrixActor): Actor | null {
  return actor && oddity !== 'removed' ? { person: personId, seat: personId, ...actor } : null
}

const contextOf = (
  { modality, leadKind, namedPartner, outcome, registry }: MatrixWorld,
  object: Partial<ObjectFacts>
): DecisionContext => ({
  modality,
  leadKind,
  namedPartner,
  outcome,
  registry,
  ...PLAIN_OBJECT,
  ...object
})

/** What the law says about an act on a workspace; the profile is "published" to the secretariat alone, from "card" on. */
export function expectedOf(
  world: MatrixWorld,
  tried: MatrixActor,
  action: Action,
  artefact: Artefact,
  object: Partial<ObjectFacts> = {},
  { whole = false } = {}
): Expectation {
  if (tried.oddity === 'suspended' || tried.oddity === 'signed out') return 'signed out'
  const actor = actorIn(tried)
  if (!actor) return 'absent'
  const isOnRegistry = world.registry === 'card' || world.registry === 'card_and_roadmap' || world.registry === 'full_read'
  const published = actor.role === 'SEC' && isOnRegistry
  const may = (asked: Action, about: Artefact, more: Partial<ObjectFacts>): boolean =>
    decide(actor, asked, about, contextOf(world, { published: published && about === 'PROF', ...more })).allowed
  if (!may('view', 'PROF', {})) return 'absent'
  // Whoever decides, decides for a side: where the law gives a seat without one a vote (it never does), no door could count it.
  const countsForNobody = (action === 'approve' || action === 'opine') && actor.side === null
  // A registry card is the title and what it is about: not the people, nor what they have answered.
  return may(action, artefact, whole ? { published: false, ...object } : object) && !countsForNobody ? 'allowed' : 'refused'
}

/** of all documents the shared roadmap, to read; what was said of its tasks names people, and is not known of. */
export function showsRoadmapAlone({ registry }: MatrixWorld, actor: MatrixActor['actor']): boolean {
  return actor?.role === 'SEC' && registry === 'card_and_roadmap'
}

/** An act on a document through the live door or its REST card. */
export function expectedOfDocument(world: MatrixWorld, tried: MatrixActor, document: MatrixDocument, action: 'view' | 'edit'): Expectation {
  if (tried.oddity === 'suspended' || tried.oddity === 'signed out') return 'signed out'
  const actor = actorIn(tried)
  if (!actor) return 'absent'
  const published = showsRoadmapAlone(world, actor) && document.kind === 'roadmap'
  const { right } = liveRightOf(actor, document.kind, contextOf(world, { ...objectOf(document), published }))
  if (right === null) return 'absent'
  return action === 'view' || right === 'edit' ? 'allowed' : 'refused'
}

/** What is true of a document, as a decision about it has to know it. */
export function objectOf({ state, stage, side, isKept }: MatrixDocument): Partial<ObjectFacts> {
  return { state, stage, ownerSide: side, privateTo: isKept ? side : null }
}

/** An intent about one document: whoever may not know of it is told nothing; the rest is the cell's. */
export function expectedOfAct(world: MatrixWorld, tried: MatrixActor, document: MatrixDocument, action: Action): Expectation {
  const seen = expectedOfDocument(world, tried, document, 'view')
  return seen === 'allowed' ? expectedOf(world, tried, action, artefactOfDocument(document), objectOf(document)) : seen
}

export function artefactOfDocument({ kind }: Pick<MatrixDocument, 'kind'>): Artefact {
  return artefactOf(kind)
}

/** Whose first seat of their own side somebody would invite; the delegate's is never given by invitation. */
export function ownRoleOf({ actor }: MatrixActor): Role {
  return actor?.side === 'state' ? 'NSO' : actor?.side === 'other' ? 'OTH' : 'CIT'
}
