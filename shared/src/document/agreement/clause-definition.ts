/** The catalogue of clauses as data: what each asks, why, and which answers it takes. */
export type PrincipleCode = 'P01' | 'P02' | 'P03' | 'P04' | 'P05' | 'P06' | 'P07' | 'P08' | 'P09' | 'P10' | 'P11' | 'P12' | 'P13'

/**
 * One answer of a clause. Its label is the catalogue key `clause.<code>.<name>`, an option's `clause.<code>.<name>.<option>`.
 * `enumeration` is one option, or several where `many`; `list` is lines of words; `countries` are ISO 3166-1 alpha-2 codes.
 */
export type FieldDefinition =
  | { readonly name: string; readonly type: 'text' | 'date' | 'boolean' | 'countries' | 'list'; readonly required: boolean }
  | { readonly name: string; readonly type: 'number'; readonly required: boolean; readonly from: number; readonly to: number }
  | {
      readonly name: string
      readonly type: 'enumeration'
      readonly required: boolean
      readonly options: readonly string[]
      readonly many: boolean
    }

export interface ClauseDefinition {
  readonly code: string
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
