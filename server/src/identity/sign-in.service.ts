import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Recover, SamplePerson, SignIn } from '@roundtable/shared/protocol'
import { randomBytes } from 'node:crypto'
import { canonicalName, canonicalPassword } from './domain/name.js'
import { canonicalPhrase, makePhrase } from './domain/recovery-phrase.js'
import { PasswordHasher } from './password-hasher.js'
import { refuseWeak } from './person.service.js'
import { type Credentials, PersonStore } from './person.store.js'
import type { Authenticated } from './session.store.js'
import { Throttle } from './throttle.js'

/** The three ways in: password, recovery phrase, and one click for sample people. Each answers the person's id. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(PersonStore) private readonly people: PersonStore,
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(Throttle) private readonly throttle: Throttle
  ) {}

  /** Throws `wrong_credentials`, the same for an unknown name and a wrong password, or `sign_in_throttled`. */
  async byPassword({ email, password }: SignIn, address: string | undefined): Promise<string> {
    const name = canonicalName(email)
    const secret = canonicalPassword(password)
    const person = await this.throttle.guard(
      name,
      address,
      () => this.#check(name, (found) => found?.passwordHash ?? null, secret),
      'wrong_credentials'
    )
    if (person.passwordHash && this.hasher.isOutdated(person.passwordHash)) {
      await this.people.rehash(person.id, person.passwordHash, await this.hasher.hash(secret))
    }
    return person.id
  }

  /**
   * Sets a new password with the recovery phrase, ends all sessions, and makes a new phrase.
   * Throws `wrong_phrase`, `bad_input` for a weak password, `sign_in_throttled`.
   */
  async byPhrase({ email, phrase, password }: Recover, address: string | undefined): Promise<{ personId: string; newPhrase: string }> {
    const name = canonicalName(email)
    const person = await this.throttle.guard(
      name,
      address,
      () => this.#check(name, (found) => found?.recoveryHash ?? null, canonicalPhrase(phrase)),
      'wrong_phrase'
    )
    refuseWeak(password, [person.handle, person.name, person.email ?? ''])
    const newPhrase = makePhrase(randomBytes)
    const [passwordHash, recoveryHash] = await Promise.all([this.hasher.hash(canonicalPassword(password)), this.hasher.hash(newPhrase)])
    const isDone =
      person.recoveryHash !== null && (await this.people.recover(person.id, person.recoveryHash, { passwordHash, recoveryHash }))
    if (!isDone) throw new RoundtableError('wrong_phrase')
    return { personId: person.id, newPhrase }
  }

  /**
   * Makes another phrase for whoever is signed in and says the password; the one before opens nothing any more. Sessions stay.
   * Throws `wrong_credentials`, also where there is none (sample people, and whoever joined with a phrase alone), `sign_in_throttled`.
   */
  async renewPhrase({ personId, handle }: Pick<Authenticated, 'personId' | 'handle'>, password: string): Promise<string> {
    const name = canonicalName(handle)
    const secret = canonicalPassword(password)
    const person = await this.throttle.guardPhrase(personId, () => this.#check(name, (found) => found?.passwordHash ?? null, secret))
    const newPhrase = makePhrase(randomBytes)
    const recoveryHash = await this.hasher.hash(newPhrase)
    const isDone = person.passwordHash !== null && (await this.people.renewPhrase(personId, person.passwordHash, recoveryHash))
    if (!isDone) throw new RoundtableError('wrong_credentials')
    return newPhrase
  }

  /** Only behind `SampleGuard`. Throws `sample_off` where there is no such sample person. */
  async asSample(person: SamplePerson): Promise<string> {
    const found = await this.people.findSample(person)
    if (!found) throw new RoundtableError('sample_off')
    return found.id
  }

  async #check(name: string, hashOf: (found: Credentials | null) => string | null, secret: string): Promise<Credentials | null> {
    if (this.hasher.isOverloaded) throw new RoundtableError('unavailable')
    const found = await this.people.findByName(name)
    return (await this.hasher.verify(hashOf(found), secret)) ? found : null
  }
}
