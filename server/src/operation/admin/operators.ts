import type { OperatorStore } from '../../identity/index.js'
import type { SetUpService } from '../set-up/set-up.service.js'
import { setUpLink } from '../set-up/link.js'
import { takesNothing } from './commands.js'
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

/** The address of the set-up with a new token, where nobody is an operator yet. `address`: what people open. */
export async function printSetUpLink(args: readonly string[], setUp: SetUpService, address: string): Promise<string> {
  takesNothing('set-up-link', args)
  const token = await setUp.offer()
  if (token === null)
    throw new CommandRefused('Somebody is an operator already: sign in as one and open /setup. The command operators says who they are.')
  return `Set Roundtable up, once, within a day:\n  ${setUpLink(address, token)}`
}
