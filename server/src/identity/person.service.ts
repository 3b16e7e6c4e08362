import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError, type FieldProblem } from '@roundtable/shared/error'
import { randomBytes } from 'node:crypto'
import { v4, v7 } from 'uuid'
import { canonicalName, canonicalPassword } from './domain/name.js'
import { weaknessOf } from './domain/password-rule.js'
import { makePhrase } from './domain/recovery-phrase.js'
import { PasswordHasher } from './password-hasher.js'
import { PersonStore } from './person.store.js'

export interface PersonToCreate {
  readonly handle: string
  readonly name: string
  readonly email?: string
  readonly password?: string
  readonly locale?: string
  /** One of the sample people, who sign in with one click. */
  readonly sampleKey?: string
}

@Injectable()
export class PersonService {
  constructor(
    @Inject(PersonStore) private readonly store: PersonStore,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher
  ) {}

  /**
   * Makes a person. Without e-mail they get a recovery phrase, answered this once.
   * Throws `bad_input` for a password that is tried first, `name_taken`.
   */
  async createPerson({ handle, name, email, password, locale = 'en', sampleKey }: PersonToCreate): Promise<{ id: string; phrase: string | null }> {
    if (password !== undefined) refuseWeak(password, [handle, name, email ?? ''])
    const phrase = email || sampleKey ? null : makePhrase(randomBytes)
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
