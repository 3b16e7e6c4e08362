import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError, type FieldProblem } from '@roundtable/shared/error'
import { SAMPLE_PEOPLE, handleSchema, passwordSchema } from '@roundtable/shared/protocol'
import { randomBytes } from 'node:crypto'
import { v4, v7 } from 'uuid'
import { z } from 'zod'
import { parse } from '../platform/parsed.js'
import { canonicalName, canonicalPassword } from './domain/name.js'
import { weaknessOf } from './domain/password-rule.js'
import { makePhrase } from './domain/recovery-phrase.js'
import { PasswordHasher } from './password-hasher.js'
import { PersonStore } from './person.store.js'

/** Control and direction characters would let a name look like another, or like none. */
const nameSchema = z
  .string('how others see this person')
  .trim()
  .min(1, 'how others see this person')
  .max(120, 'at most 120 characters')
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u, 'letters that can be seen')

const personSchema = z.strictObject({
  handle: handleSchema,
  name: nameSchema,
  email: z.email('not an e-mail address').max(120, 'at most 120 characters').optional(),
  password: passwordSchema.optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language, such as en or pt-BR')
    .max(20, 'at most 20 characters')
    .default('en'),
  /** One of the sample people, who sign in with one click. */
  sampleKey: z.enum(SAMPLE_PEOPLE).optional()
})

export type PersonToCreate = z.input<typeof personSchema>

@Injectable()
export class PersonService {
  constructor(
    @Inject(PersonStore) private readonly store: PersonStore,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher
  ) {}

  /**
   * Makes a person. Who has no e-mail, or no password yet, gets a recovery phrase, answered this once; sample people need none.
   * Throws `bad_input` naming the field, also for a password that is tried first, and `name_taken`.
   */
  async createPerson(person: PersonToCreate): Promise<{ id: string; phrase: string | null }> {
    const { handle, name, email, password, locale, sampleKey } = parse(personSchema, person)
    if (password !== undefined) refuseWeak(password, [handle, name, email ?? ''])
    const phrase = sampleKey || (email && password !== undefined) ? null : makePhrase(randomBytes)
    const id = v7()
    const isAdded = await this.store.add({
      id,
      publicId: v4(),
      handle: canonicalName(handle),
      name,
      email: email ? canonicalName(email) : null,
      locale,
      passwordHash: password === undefined ? null : await this.hasher.hash(canonicalPassword(password)),
      recoveryHash: phrase === null ? null : await this.hasher.hash(phrase),
      sampleKey: sampleKey ?? null
    })
    if (!isAdded) throw new RoundtableError('name_taken')
    return { id, phrase }
  }

  findSample(sampleKey: string): Promise<{ id: string } | null> {
    return this.store.findSample(sampleKey)
  }

  /** Throws `not_found`. */
  async suspend(id: string): Promise<void> {
    if (!(await this.store.suspend(id))) throw new RoundtableError('not_found')
  }
}

/** Throws `bad_input` naming the field and what is wrong with it. */
export function refuseWeak(password: string, context: readonly string[]): void {
  const reason = weaknessOf(canonicalPassword(password), context)
  if (!reason) return
  const problem: FieldProblem = { field: 'password', reason }
  throw new RoundtableError('bad_input', { ...problem }, [problem])
}
