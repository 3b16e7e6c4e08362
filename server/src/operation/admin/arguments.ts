import { parseArgs } from 'node:util'
import type { z } from 'zod'

/** The command line could not be used; the message names the option and the reason. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `--name value` options, checked by a schema. Throws `UsageError` naming the option. */
export function readOptions<T extends z.ZodObject>(schema: T, args: readonly string[]): z.output<T> {
  const names = Object.keys(schema.shape)
  let values: Record<string, unknown>
  try {
    values = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      strict: true
    }).values
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)} Options: ${names.map((name) => `--${name}`).join(', ')}.`
    )
  }
  const result = schema.safeParse(values)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new UsageError(`--${issue?.path.join('.') ?? '?'}: ${issue?.message ?? 'cannot be used'}`)
}
