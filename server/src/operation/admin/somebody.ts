import { RoundtableError } from '@roundtable/shared/error'
import { handleSchema } from '@roundtable/shared/protocol'
import { parseArgs } from 'node:util'
import { UsageError } from './arguments.js'

/** A command was understood and could not be done; the message says why. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

/** Does what a command does to one person, who is given by user name: `ana`, or `--handle ana`. */
export async function aboutSomebody(
  command: string,
  args: readonly string[],
  act: (handle: string) => Promise<string>,
  absent = (handle: string) => `There is nobody called ${handle}.`
): Promise<string> {
  const handle = userName(command, args)
  try {
    return await act(handle)
  } catch (error) {
    if (error instanceof RoundtableError && error.code === 'not_found') throw new CommandRefused(absent(handle), { cause: error })
    throw error
  }
}

function userName(command: string, args: readonly string[]): string {
  const [handle, ...more] = givenNames(command, args)
  if (handle === undefined || handle === '') throw new UsageError(`${command} needs a user name.`)
  if (more.length > 0) throw new UsageError(`${command} takes one user name, and "${more.join(' ')}" is too much.`)
  const read = handleSchema.safeParse(handle)
  if (!read.success) throw new UsageError(`"${handle}" is no user name: ${read.error.issues[0]?.message ?? 'it cannot be used'}.`)
  return read.data
}

function givenNames(command: string, args: readonly string[]): string[] {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { handle: { type: 'string' } }, allowPositionals: true })
    return [...(values.handle === undefined ? [] : [values.handle]), ...positionals]
  } catch (error) {
    throw new UsageError(`${command} needs a user name. ${error instanceof Error ? error.message : String(error)}`)
  }
}
