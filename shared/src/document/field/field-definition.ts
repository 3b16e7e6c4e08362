/** What an answer may be, as data: the same for a clause, a plan's question, a principle, an objective and a task. */

/**
 * One answer. `enumeration` is one option, or several where `many`; `list` is lines of words; `countries` are
 * ISO 3166-1 alpha-2 codes; `targets` are codes of SDG targets and indicators; `rows` is a table, whose rows many
 * people add and fill at once.
 */
export type FieldDefinition = CellDefinition | RowsDefinition

/** Asked only where another field of the same entry holds this answer; an answer that is there is read all the same. */
export interface When {
  readonly field: string
  readonly is: string | boolean
}

export type CellDefinition = AnyCell & { readonly when?: When }

type AnyCell =
  | { readonly name: string; readonly type: 'text' | 'boolean' | 'countries' | 'list' | 'targets'; readonly required: boolean }
  | {
      readonly name: string
      readonly type: 'date'
      readonly required: boolean
      /** A day of the same entry that it may not be before. */
      readonly notBefore?: string
    }
  | { readonly name: string; readonly type: 'number'; readonly required: boolean; readonly from: number; readonly to: number }
  | {
      readonly name: string
      readonly type: 'enumeration'
      readonly required: boolean
      readonly options: readonly string[]
      readonly many: boolean
    }

/** A table: each row an entry of its own, so that two people who add or fill rows at once keep both. */
export interface RowsDefinition {
  readonly name: string
  readonly type: 'rows'
  readonly required: boolean
  readonly cells: readonly CellDefinition[]
}

export type Mark = 'required' | 'optional'

const simple =
  (type: 'text' | 'boolean' | 'countries' | 'list' | 'targets') =>
  (name: string, mark: Mark = 'optional'): CellDefinition => ({ name, type, required: mark === 'required' })
export const words = simple('text')
export const yesNo = simple('boolean')
export const list = simple('list')
export const countries = simple('countries')
export const targets = simple('targets')

export const whole = (name: string, from: number, to: number, mark: Mark = 'optional'): CellDefinition => ({
  name,
  type: 'number',
  required: mark === 'required',
  from,
  to
})

export const day = (name: string, mark: Mark = 'optional', notBefore?: string): CellDefinition => ({
  name,
  type: 'date',
  required: mark === 'required',
  ...(notBefore === undefined ? {} : { notBefore })
})

const options =
  (many: boolean) =>
  (name: string, mark: Mark, codes: readonly string[]): CellDefinition => ({
    name,
    type: 'enumeration',
    required: mark === 'required',
    options: codes,
    many
  })
export const oneOf = options(false)
export const anyOf = options(true)

export const when = (field: string, is: string | boolean, cell: CellDefinition): CellDefinition => ({ ...cell, when: { field, is } })

export const rows = (name: string, mark: Mark, cells: readonly CellDefinition[]): RowsDefinition => ({
  name,
  type: 'rows',
  required: mark === 'required',
  cells
})
