import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError, type FieldProblem } from '@roundtable/shared/error'
import { SAMPLE_PEOPLE, handleSchema, lineSchema, passwordSchema } from '@roundtable/shared/protocol'
import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { v4, v7 } from 'uuid'
import { z } from 'zod'
import { parse } from '../platform/parsed.js'
import { canonicalName, canonicalPassword } from './domain/name.js'
import { weaknessOf } from './domain/password-rule.js'
import { makePseudonym } from './domain/pseudonym.js'
import { makePhrase } from './domain/recovery-phrase.js'
import { PasswordHasher } from './password-hasher.js'
import { type NewPerson, PersonStore } from './person.store.js'

const personSchema = z.strictObject({
  handle: handleSchema,
  name: lineSchema(120),
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

/** A person who is not there yet; secrets are hashed, but for the phrase, which is told once. */
export interface PreparedPerson {
  readonly row: NewPerson
  readonly phrase: string | null
  readonly isPseudonym: boolean
}

/** Where the id and the made-up parts of a new person come from: chance, or what can be made again for whoever got no answer. */
export interface Origin {
  readonly id: string
  /** At most 32, others for each purpose. */
  readonly randomBytes: (what: 'name' | 'phrase', count: number) => Uint8Array
}

const byChance = (): Origin => ({ id: v7(), randomBytes: (_what, count) => randomBytes(count) })

/** Nine thousand million pseudonyms: two draws in a row that are taken do not happen. */
const DRAWS = 5

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
    return this.add(await this.prepare(person))
  }

  /** All that takes time and needs no database, so that it can be done before a transaction. Throws `bad_input`, `unavailable`. */
  async prepare(person: PersonToCreate, origin: Origin = byChance()): Promise<PreparedPerson> {
    if (this.hasher.isOverloaded) throw new RoundtableError('unavailable')
    const { handle, name, email, password, locale, sampleKey } = parse(personSchema, person)
    if (password !== undefined) refuseWeak(password, [handle, name, email ?? ''])
    const phrase = sampleKey || (email && password !== undefined) ? null : phraseFrom(origin)
    const row = {
      id: origin.id,
      publicId: v4(),
      handle: canonicalName(handle),
      name,
      email: email ? canonicalName(email) : null,
      locale,
      passwordHash: password === undefined ? null : await this.hasher.hash(canonicalPassword(password)),
      recoveryHash: phrase === null ? null : await this.hasher.hash(phrase),
      sampleKey: sampleKey ?? null
    }
    return { row, phrase, isPseudonym: false }
  }

  /** Somebody who gives nothing of themselves: a made-up handle, no e-mail, no password, a phrase to come back with. */
  async preparePseudonym(origin: Origin = byChance()): Promise<PreparedPerson> {
    const handle = makePseudonym((count) => origin.randomBytes('name', count))
    return { ...(await this.prepare({ handle, name: handle }, origin)), isPseudonym: true }
  }

  /** The phrase that was told of whoever was made from here, while it is still theirs; null once it has been spent. */
  async phraseAgain(origin: Origin, recoveryHash: string | null): Promise<string | null> {
    const phrase = phraseFrom(origin)
    return (await this.hasher.verify(recoveryHash, phrase)) ? phrase : null
  }

  /** Adds a prepared person, in the caller's transaction if there is one. Throws `name_taken`; a pseudonym is drawn anew instead. */
  async add({ row, phrase, isPseudonym }: PreparedPerson, within?: EntityManager): Promise<{ id: string; phrase: string | null }> {
    for (let draw = 0; draw < DRAWS; draw++) {
      const handle = draw === 0 ? row.handle : makePseudonym(randomBytes)
      if (await this.store.add({ ...row, handle, name: isPseudonym ? handle : row.name }, within)) return { id: row.id, phrase }
      if (!isPseudonym) break
    }
    throw new RoundtableError('name_taken')
  }

  /** Lets a person speak for the secretariat. Throws `not_found`. */
  async grantSecretariat(handle: string): Promise<void> {
    if (!(await this.store.markSecretariat(canonicalName(handle)))) throw new RoundtableError('not_found')
  }

  /**
   * Gives somebody who has lost password and phrase another phrase, answered this once: with it they set a password. The one before
   * opens nothing any more, and their sessions end. Throws `not_found`, also for sample people and for whoever is suspended.
   */
  async givePhrase(handle: string): Promise<string> {
    const phrase = phraseFrom(byChance())
    const isGiven = await this.store.givePhrase(canonicalName(handle), await this.hasher.hash(phrase))
    if (!isGiven) throw new RoundtableError('not_found')
    return phrase
  }

  findSample(sampleKey: string): Promise<{ id: string } | null> {
    return this.store.findSample(sampleKey)
  }

  /** Throws `not_found`. */
  async suspend(id: string): Promise<void> {
    if (!(await this.store.suspend(id))) throw new RoundtableError('not_found')
  }
}

function phraseFrom(origin: Origin): string {
  return makePhrase((count) => origin.randomBytes('phrase', count))
}

/** Throws `bad_input` naming the field and what is wrong with it. */
export function refuseWeak(password: string, context: readonly string[]): void {
  const reason = weaknessOf(canonicalPassword(password), context)
  if (!reason) return
  const problem: FieldProblem = { field: 'password', reason }
  throw new RoundtableError('bad_input', { ...problem }, [problem])
}
