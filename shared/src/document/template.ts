import type { DocumentKind } from '../framework/index.js'
import { CLAUSES } from './agreement/clauses.js'
import { PLAN_QUESTIONS } from './plan/questions.js'
import { PRINCIPLE_QUESTIONS } from './principles/principles.js'

/** The set of templates that Roundtable ships. What it asks and says is in this folder and in the catalogue of words. */
export const BUILT_IN_TEMPLATE = { id: 'roundtable', version: '1.0.0', language: 'en', name: 'Roundtable' } as const

const codes = (all: readonly { readonly code: string }[]): readonly string[] => all.map(({ code }) => code)

const QUESTIONS: Readonly<Record<DocumentKind, readonly string[]>> = {
  plain: ['content'],
  objectives: ['goal', 'missing', 'success', 'issue', 'data', 'why'],
  agreement: codes(CLAUSES),
  roadmap: ['why', 'sign'],
  plan: codes(PLAN_QUESTIONS),
  principles: codes(PRINCIPLE_QUESTIONS)
}

/** The questions of a kind that a template can say something beside. */
export function questionsFor(kind: DocumentKind): readonly string[] {
  return QUESTIONS[kind]
}

/** What a template can choose for the start of a kind; nothing where every document begins alike. */
export function entriesFor(kind: DocumentKind): readonly string[] {
  return kind === 'agreement' || kind === 'plan' ? QUESTIONS[kind] : []
}
