import type { Artefact, DocumentKind } from '../framework/index.js'
import type { Because, LiveRight } from '../protocol/live.js'
import { decide } from './decide.js'
import type { Actor, Decision, DecisionContext } from './question.js'
import { ruleReason } from './reason.js'

const ARTEFACT_OF_KIND: Readonly<Record<DocumentKind, Artefact>> = {
  objectives: 'OBJ',
  agreement: 'DSA',
  roadmap: 'TASK',
  plain: 'OBJ',
  plan: 'METH',
  principles: 'PRIN'
}

/** Which row of the matrix a kind of document follows (design §4). */
export function artefactOf(kind: DocumentKind): Artefact {
  return ARTEFACT_OF_KIND[kind]
}

export interface HeldRight {
  /** `null`: the person may not know that the document exists. */
  readonly right: LiveRight | null
  readonly because: Because
}

/**
 * The right on the live door: a whole document, to view or to edit.
 * Everything less than editing it all (own parts, suggestions, comments) goes by intent, so it opens only the view here.
 */
export function liveRightOf(actor: Actor, kind: DocumentKind, context: DecisionContext): HeldRight {
  const artefact = artefactOf(kind)
  const whole: DecisionContext = { ...context, ownership: 'other' }
  const view = decide(actor, 'view', artefact, whole)
  if (!view.allowed) return { right: null, because: becauseOf(view) }
  const edit = decide(actor, 'edit', artefact, whole)
  if (edit.allowed) return { right: 'edit', because: becauseOf(edit) }
  // Whoever left is told why they still read, not that they lack a seat.
  if (actor.seat === null) return { right: 'view', because: becauseOf(view) }
  return { right: 'view', because: whyOnlyView(edit, decide(actor, 'edit-own', artefact, { ...whole, ownership: 'own' })) }
}

/** Somebody who writes their own parts is told so; when the text is closed to them too, that is the reason to name. */
function whyOnlyView(edit: Decision, ownParts: Decision): Because {
  if (ownParts.allowed) return ruleReason('ABIL-23')
  return becauseOf(ownParts.rule === 'A11' ? edit : ownParts)
}

/** A decision's reason alone: what is stored in notices and shown behind "Why?". */
function becauseOf({ rule, paragraph, sentence }: Decision): Because {
  return { rule, paragraph, sentence }
}
