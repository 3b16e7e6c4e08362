import { addressOf, type Config, embeddedDirectory, hasSecret, leftAddress } from '../../config/index.js'
import type { OperatorStore } from '../../identity/index.js'
import type { SetUpService } from '../set-up/set-up.service.js'
import { setUpLink } from '../set-up/link.js'
import { type Command, takesNothing } from './commands.js'
import { CommandRefused, aboutSomebody } from './somebody.js'

/** Who looks after this installation, one user name a line. */
export async function listOperators(args: readonly string[], operators: OperatorStore): Promise<string> {
  takesNothing('operators', args)
  const { handles, isCut } = await operators.list()
  if (handles.length === 0) return 'Nobody is an operator. The next start prints where to set Roundtable up, and so does set-up-link.'
  return [...handles, ...(isCut ? ['… and more'] : [])].join('\n')
}

/** Lets somebody look after this installation: its set-up and its health page. It opens nobody's documents. */
export function grantOperator(args: readonly string[], operators: OperatorStore): Promise<string> {
  return aboutSomebody('grant-operator', args, async (handle) => {
    await operators.grant(handle)
    return `${handle} is an operator.`
  })
}

export function revokeOperator(args: readonly string[], operators: OperatorStore): Promise<string> {
  const revoke = async (handle: string): Promise<string> => {
    await operators.revoke(handle)
    const last = (await operators.hasAny()) ? '' : ' Nobody is one now: the next start prints where to set Roundtable up.'
    return `${handle} is no operator any more.${last}`
  }
  return aboutSomebody('revoke-operator', args, revoke, (handle) => `There is no operator called ${handle}.`)
}

/** Only the server's own secret makes a token that it takes. */
export function mustHaveSecret(command: Command, env?: Readonly<Record<string, string | undefined>>): void {
  if (!['set-up-link', 'backup'].includes(command) || embeddedDirectory(env) !== null || hasSecret(env)) return
  throw new CommandRefused(
    `${command} needs the secret that the server has: give it the same SESSION_SECRET, or the DATA_DIR in which the server keeps one.`
  )
}

/** The address of the set-up with a new token, where nobody is an operator yet. */
export async function printSetUpLink(
  args: readonly string[],
  setUp: SetUpService,
  config: Pick<Config, 'publicUrl' | 'host' | 'port' | 'dataDir'>
): Promise<string> {
  takesNothing('set-up-link', args)
  const token = await setUp.offer()
  if (token === null)
    throw new CommandRefused('Somebody is an operator already: sign in as one and open /setup. The command operators says who they are.')
  const left = config.publicUrl === null ? leftAddress(config) : null
  const whence =
    left === null
      ? 'This address is what PUBLIC_URL, HOST and PORT say in this shell. Where the server is opened at another, put that in front of /setup.'
      : 'The server that last started here is opened at this address. Where you come to it by another, put that in front of /setup.'
  return `Set Roundtable up, once, within a day:\n  ${setUpLink(left ?? addressOf(config), token)}\n${whence}`
}
