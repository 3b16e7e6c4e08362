import { LANGUAGES, handleSchema, passwordSchema } from '@roundtable/shared/protocol'
import { z } from 'zod'
import type { PersonService } from '../../identity/index.js'
import { readOptions } from './arguments.js'

const optionsSchema = z.object({
  handle: handleSchema,
  name: z.string('how others see this person').trim().min(1).max(120),
  email: z.email('not an e-mail address').optional(),
  password: passwordSchema.optional(),
  locale: z.enum(LANGUAGES, `one of the languages there are: ${LANGUAGES.join(', ')}`).default('en')
})

/** Makes a person. Without e-mail they get a recovery phrase, shown once; without a password they set one with it. */
export async function createPerson(args: readonly string[], people: PersonService): Promise<string> {
  const { handle, name, email, password, locale } = readOptions(optionsSchema, args)
  const { phrase } = await people.createPerson({ handle, name, email, password, locale })
  return phrase ? `${name} can sign in as ${handle}. Recovery phrase, shown only now: ${phrase}` : `${name} can sign in as ${handle}.`
}
