import type { PrincipleCode } from '../../framework/index.js'
import type { FieldDefinition } from '../field/field-definition.js'

/** The six plain chapters an agreement is read in. */
export const CHAPTERS = ['together', 'data', 'use', 'care', 'return', 'running'] as const
export type Chapter = (typeof CHAPTERS)[number]

/** One clause of the catalogue as data: what it asks, why, and which answers it takes. Labels are catalogue keys by code and name. */
export interface ClauseDefinition {
  readonly code: string
  readonly chapter: Chapter
  /** Catalogue keys of the title and of the purpose in plain language. */
  readonly title: string
  readonly purpose: string
  readonly principles: readonly PrincipleCode[]
  /** Paragraphs of the Framework the clause rests on. */
  readonly paragraphs: readonly number[]
  /** When an agreement needs it: always, with personal data, where a community authority exists, or as people wish. */
  readonly needed: 'always' | 'personal_data' | 'community' | 'optional'
  /** whether "we agree that this does not arise, because …" is an answer. */
  readonly mayNotArise: boolean
  readonly fields: readonly FieldDefinition[]
}

type Rest = Omit<ClauseDefinition, 'code' | 'chapter' | 'title' | 'purpose' | 'mayNotArise' | 'needed'> &
  Partial<Pick<ClauseDefinition, 'mayNotArise' | 'needed'>>

/** The clauses of one chapter are written with this; most are always needed, and may be said not to arise. */
export const inChapter =
  (chapter: Chapter) =>
  (code: string, rest: Rest): ClauseDefinition => ({
    code,
    chapter,
    title: `clause.${code}.title`,
    purpose: `clause.${code}.purpose`,
    needed: 'always',
    mayNotArise: true,
    ...rest
  })
