import type { EntityManager } from 'typeorm'

/** What sign-in needs to know of somebody. Hashes are argon2id in PHC form, null where none was set. */
export interface Credentials {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly email: string | null
  readonly passwordHash: string | null
  readonly recoveryHash: string | null
}

export interface NewPerson {
  readonly id: string
  readonly publicId: string
  readonly handle: string
  readonly name: string
  readonly email: string | null
  readonly locale: string
  readonly passwordHash: string | null
  readonly recoveryHash: string | null
  readonly sampleKey: string | null
}

/** People and their secrets. Names are passed in canonical form (`canonicalName`). Suspended people are never found. */
export abstract class PersonStore {
  /** Whether the person was added; false when the handle or e-mail is already somebody's handle or e-mail. `within`: the caller's transaction. */
  abstract add(person: NewPerson, within?: EntityManager): Promise<boolean>

  /** By handle or e-mail. */
  abstract findByName(name: string): Promise<Credentials | null>

  abstract findSample(sampleKey: string): Promise<{ id: string } | null>

  /** Exchanges the password's hash, if it is still `was`: a password changed meanwhile is not put back. */
  abstract rehash(id: string, was: string, becomes: string): Promise<void>

  /**
   * Sets a new password and phrase and ends all of the person's sessions, in one transaction.
   * False, and nothing is changed, when the phrase's hash is no longer `was`: a phrase works once, also under concurrency.
   */
  abstract recover(id: string, was: string, becomes: { passwordHash: string; recoveryHash: string }): Promise<boolean>

  /** Sets a new phrase, if the password's hash is still `was`: with a password that was changed meanwhile nothing is done, and false. */
  abstract renewPhrase(id: string, was: string, recoveryHash: string): Promise<boolean>

  /**
   * Sets a new phrase for the person of this user name and ends all their sessions, in one transaction.
   * False when there is no such person: sample people, who sign in by one click, are none.
   */
  abstract givePhrase(handle: string, recoveryHash: string): Promise<boolean>

  /** Lets somebody speak for the secretariat. False when there is no such person. */
  abstract markSecretariat(name: string): Promise<boolean>

  /** Suspends and ends all sessions. False when there is no such person. */
  abstract suspend(id: string): Promise<boolean>
}
