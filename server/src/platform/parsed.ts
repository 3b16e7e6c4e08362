import { Body, Param, type PipeTransform, Query } from '@nestjs/common'
import { RoundtableError, type FieldProblem } from '@roundtable/shared/error'
import { idParameterSchema } from '@roundtable/shared/protocol'
import type { z } from 'zod'

/** Parses `value` or throws `bad_input` naming each field and its reason. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields: FieldProblem[] = result.error.issues.slice(0, 20).map((issue) => {
    const place = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys') return { field: place.join('.') || 'body', reason: issue.message }
    return { field: [...place, issue.keys.join(', ')].join('.'), reason: 'is not expected here' }
  })
  const [first] = fields
  throw new RoundtableError('bad_input', { field: first?.field ?? 'body', reason: first?.reason ?? 'cannot be read' }, fields)
}

class ParsePipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}

  transform(value: unknown): unknown {
    return parse(this.schema, value ?? {})
  }
}

/** `@ParsedBody(schema)`: the body, parsed by its schema of shared/protocol. */
export const ParsedBody = (schema: z.ZodType): ParameterDecorator => Body(new ParsePipe(schema))
export const ParsedQuery = (schema: z.ZodType): ParameterDecorator => Query(new ParsePipe(schema))

class IdPipe implements PipeTransform {
  /** Something that cannot be an id is answered like an id that leads nowhere. */
  transform(value: unknown): string {
    const result = idParameterSchema.safeParse(value)
    if (!result.success) throw new RoundtableError('not_found')
    return result.data
  }
}

/** `@IdParam()`: the `{id}` of the path, a UUID. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, new IdPipe())
