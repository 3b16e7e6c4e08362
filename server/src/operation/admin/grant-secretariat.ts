import { handleSchema } from '@roundtable/shared/protocol'
import { z } from 'zod'
import type { PersonService } from '../../identity/index.js'
import { readOptions } from './arguments.js'

const optionsSchema = z.object({ handle: handleSchema })

/** Lets somebody speak for the secretariat: they may open country programmes and take seats of its role. */
export async function grantSecretariat(args: readonly string[], people: PersonService): Promise<string> {
  const { handle } = readOptions(optionsSchema, args)
  await people.grantSecretariat(handle)
  return `${handle} speaks for the secretariat.`
}
