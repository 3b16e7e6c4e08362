import type * as Y from 'yjs'
import type { DocumentKind, Stage } from '../framework/index.js'
import { agreementWords, readAgreement, startAgreement, type AgreementContent } from './agreement/agreement.js'
import type { IdSource } from './entry.js'
import { objectivesWords, readObjectives, startObjectives, type ObjectivesContent } from './objectives/objectives.js'
import { plainWords, readPlain, startPlain, type PlainContent } from './plain/plain.js'
import { planWords, readPlan, startPlan, type PlanContent } from './plan/plan.js'
import { principlesWords, readPrinciples, startPrinciples, type PrinciplesContent } from './principles/principles.js'
import { readRoadmap, roadmapWords, type RoadmapContent } from './roadmap/roadmap.js'

/** What each kind of document reads as: plain, canonical JSON, equal for equal content whatever the editing history. */
export interface ContentOf {
  readonly plain: PlainContent
  readonly objectives: ObjectivesContent
  readonly agreement: AgreementContent
  readonly roadmap: RoadmapContent
  readonly plan: PlanContent
  readonly principles: PrinciplesContent
}

export type Content = ContentOf[DocumentKind]

export interface TemplateOptions extends IdSource {
  /** The stage a plan is for: S1 where none is given. */
  readonly stage?: Stage
  /** The clauses of an agreement in order, or the questions of a plan; what the shipped template has where none are given. */
  readonly entries?: readonly string[]
  /** Words a plain document begins with, such as an imported minute; the other kinds begin without any prose. */
  readonly words?: { readonly content?: string }
}

const READERS: { readonly [Kind in DocumentKind]: (doc: Y.Doc) => ContentOf[Kind] } = {
  plain: readPlain,
  objectives: readObjectives,
  agreement: readAgreement,
  roadmap: readRoadmap,
  plan: readPlan,
  principles: readPrinciples
}

const TEMPLATES: Readonly<Record<DocumentKind, (doc: Y.Doc, options: TemplateOptions) => void>> = {
  plain: (doc, { words }) => startPlain(doc, words?.content ?? ''),
  objectives: startObjectives,
  agreement: startAgreement,
  roadmap: () => undefined,
  plan: startPlan,
  principles: startPrinciples
}

/** Reads a document of any origin. Never throws for what it holds, and never changes it. */
export function readDocument<Kind extends DocumentKind>(kind: Kind, doc: Y.Doc): ContentOf[Kind] {
  return READERS[kind](doc)
}

/**
 * Writes a new document's first content, in one transaction. The server calls it once, on a Y.Doc with a client id of its own;
 * the same client id and the same ids give the same bytes. Browsers never call it.
 */
export function applyTemplate(kind: DocumentKind, doc: Y.Doc, options: TemplateOptions): void {
  doc.transact(() => TEMPLATES[kind](doc, options))
}

/**
 * Adds, in one transaction, what a template has and the document lacks; takes nothing out and changes nothing that is there.
 * Returns the codes it has added: clauses of an agreement, questions of a plan. Browsers never call it.
 */
export function addMissing(kind: DocumentKind, doc: Y.Doc, options: TemplateOptions): readonly string[] {
  if (kind === 'agreement') return doc.transact(() => startAgreement(doc, options))
  if (kind === 'plan') return doc.transact(() => startPlan(doc, options))
  return []
}

/** All words of a document, a line per block, for search and for the recovered-text panel. */
export function plainText(content: Content): string {
  switch (content.kind) {
    case 'plain':
      return plainWords(content)
    case 'objectives':
      return objectivesWords(content)
    case 'agreement':
      return agreementWords(content)
    case 'roadmap':
      return roadmapWords(content)
    case 'plan':
      return planWords(content)
    case 'principles':
      return principlesWords(content)
  }
}
