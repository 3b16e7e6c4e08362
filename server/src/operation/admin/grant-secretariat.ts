import type { PersonService } from '../../identity/index.js'
import { aboutSomebody } from './somebody.js'

/** Lets somebody speak for the secretariat: they may open country programmes and take seats of its role. */
export function grantSecretariat(args: readonly string[], people: PersonService): Promise<string> {
  return aboutSomebody('grant-secretariat', args, async (handle) => {
    await people.grantSecretariat(handle)
    return `${handle} speaks for the secretariat.`
  })
}
