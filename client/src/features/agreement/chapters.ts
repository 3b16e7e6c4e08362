import { CHAPTERS, clauseDefinition, type Chapter, type Clause } from '@roundtable/shared/document'

/** Clauses of one's own stand in a chapter of their own. */
type Heading = Chapter | 'own'

export function chapterOf({ code }: Pick<Clause, 'code'>): Heading {
  return clauseDefinition(code)?.chapter ?? 'own'
}

/** The clauses as they are read: chapter by chapter, and within each in the order people gave them. */
export function inChapters(clauses: readonly Clause[]): readonly { readonly chapter: Heading; readonly clauses: readonly Clause[] }[] {
  return [...CHAPTERS, 'own' as const]
    .map((chapter) => ({ chapter, clauses: clauses.filter((clause) => chapterOf(clause) === chapter) }))
    .filter((each) => each.clauses.length > 0)
}

/** The number of a clause: its place among all as they are read, from 1. */
export const clauseNumber = (clauses: readonly Clause[], { id }: Clause): number => asRead(clauses).findIndex((one) => one.id === id) + 1

/** The clauses one after the other as they are read. */
export const asRead = (clauses: readonly Clause[]): readonly Clause[] => inChapters(clauses).flatMap((each) => each.clauses)
