import { z } from 'zod'

/** What of JSON Schema the protocol's bodies come to. */
interface Schema {
  readonly type?: string | string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly minItems?: number
}

export type Body = Readonly<Record<string, unknown>>

/** Answers what stands at a field that takes an id: by its path, `candidateSeatId`. */
export type IdAt = (path: string) => string | null

/** Words of which one fits every field so far; the first is also an answer to the questions of the definition test. */
const WORDS = ['yes', 'seven herons crossing', 'KG', 'C13', 'ab'.repeat(32)]
const FORMATS: Readonly<Record<string, string>> = {
  date: '2025-03-01',
  'date-time': '2025-03-01T10:00:00.000Z',
  email: 'heron@example.org'
}

const schemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

/** Bodies that a schema takes: the least of them, and the least with each one thing that may be there as well. */
export function plausibleBodies(schema: z.ZodType, idAt: IdAt): Body[] {
  const { properties = {}, required = [] } = schemaOf(schema)
  const maker = new Maker(idAt, false)
  const least = Object.fromEntries(required.map((name) => [name, maker.make(properties[name]!, name)]))
  const more = Object.keys(properties).filter((name) => !required.includes(name))
  const fuller = more.map((name) => ({ ...least, [name]: new Maker(idAt, true).make(properties[name]!, name) }))
  const all = required.length > 0 ? [least, ...fuller] : fuller
  // Fields that only go together with others are refused alone, which is the schema's to say.
  return all.filter((body) => schema.safeParse(body).success)
}

/** One body with everything in it that can be. */
export function fullBody(schema: z.ZodType, idAt: IdAt): Body {
  return new Maker(idAt, true).make(schemaOf(schema), '') as Body
}

/** Where a body takes ids, by path. */
export function idFieldsOf(schema: z.ZodType): string[] {
  const found: string[] = []
  fullBody(schema, (path) => {
    found.push(path)
    return null
  })
  return found
}

class Maker {
  constructor(
    private readonly idAt: IdAt,
    private readonly isFull: boolean
  ) {}

  make(schema: Schema, path: string): unknown {
    const { type, anyOf, format, minimum = 0, items, minItems = 0 } = schema
    if (schema.enum) return schema.enum[0]
    if (anyOf) return this.#oneOf(anyOf, path)
    // A nullable boolean, as JSON Schema writes it.
    if (Array.isArray(type)) return this.make({ ...schema, type: type[0]! }, path)
    if (format === 'uuid') return this.idAt(path)
    if (type === 'object') return this.#object(schema, path)
    if (type === 'array') return items && (this.isFull || minItems > 0) ? [this.make(items, `${path}.0`)] : []
    if (type === 'integer' || type === 'number') return Math.max(minimum, 0)
    if (type === 'boolean') return this.isFull
    if (type === 'string') return format && FORMATS[format] ? FORMATS[format] : wordFor(schema, path)
    throw new Error(`nothing plausible is known for ${path}: ${JSON.stringify(schema)}`)
  }

  #oneOf(choices: readonly Schema[], path: string): unknown {
    const isNullable = choices.some(({ type }) => type === 'null')
    const chosen = choices.find(({ type }) => type !== 'null')!
    // An id is tried wherever it can stand.
    return isNullable && !this.isFull && chosen.format !== 'uuid' ? null : this.make(chosen, path)
  }

  #object({ properties = {}, required = [] }: Schema, path: string): Body {
    const names = this.isFull ? Object.keys(properties) : required
    return Object.fromEntries(names.map((name) => [name, this.make(properties[name]!, path ? `${path}.${name}` : name)]))
  }
}

function wordFor({ pattern, allOf = [], minLength = 0, maxLength = Infinity }: Schema, path: string): string {
  const patterns = [pattern, ...allOf.map((each) => each.pattern)].filter((each) => each !== undefined)
  const fits = (word: string): boolean =>
    word.length >= minLength && word.length <= maxLength && patterns.every((each) => new RegExp(each, 'u').test(word))
  const found = WORDS.find(fits)
  if (found === undefined) throw new Error(`no word fits ${path}: add one to WORDS`)
  return found
}
