import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import { LANGUAGES, SET_UP_STEPS, type NewOperator, type Place, type SetUpStep, type SetUpView } from '@roundtable/shared/protocol'
import type { Config } from '../../config/index.js'
import { isSampleDoorOffered, OperatorStore, PersonService, Throttle } from '../../identity/index.js'
import { Mailer } from '../../notice/index.js'
import { CONFIG, hashSecret, newSecret } from '../../platform/tokens.js'
import { SampleChoice } from './sample-choice.js'
import { PHRASE_TOLD, SetUpStore } from './set-up.store.js'

const TOKEN_SECONDS = 86_400

/** The first set-up. It opens by a printed token while nobody is the operator, and afterwards for operators alone. */
@Injectable()
export class SetUpService {
  constructor(
    @Inject(SetUpStore) private readonly store: SetUpStore,
    @Inject(OperatorStore) private readonly operators: OperatorStore,
    @Inject(PersonService) private readonly people: PersonService,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(SampleChoice) private readonly sample: SampleChoice,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config
  ) {}

  /** A new token, good for a day, to be printed; null where somebody is the operator. */
  async offer(): Promise<string | null> {
    if (await this.operators.hasAny()) return null
    const token = newSecret()
    await this.store.addToken(this.#hash(token), TOKEN_SECONDS)
    return token
  }

  /** Throws `not_found` where somebody is the operator: as if there were no set-up. */
  async mustBeOpen(): Promise<void> {
    if (await this.operators.hasAny()) throw new RoundtableError('not_found')
  }

  /** One try at the token. Throws `not_found` for one that is wrong, spent or old, and `sign_in_throttled`. */
  async mustBeLetIn(token: string, address: string | undefined): Promise<void> {
    await this.mustBeOpen()
    // 256 bits are not guessed: whoever holds them is not kept waiting by those who try.
    if (await this.store.knows(this.#hash(token))) return
    await this.throttle.guardSetUp(address, () => Promise.resolve(null))
  }

  async view(): Promise<SetUpView> {
    const { language, country, done } = await this.store.read()
    const isLoaded = await this.sample.isLoaded()
    const passed = new Set<string>(done)
    const hasOperator = await this.operators.hasAny()
    if (!hasOperator) passed.delete('operator')
    else if (!passed.has(PHRASE_TOLD)) passed.add('operator')
    // The start has loaded it: there is nothing left to choose.
    if (isLoaded) passed.add('sample')
    return {
      steps: SET_UP_STEPS.map((step) => ({ step, isDone: passed.has(step) })),
      hasOperator,
      language: LANGUAGES.find((each) => each === language) ?? null,
      country,
      mail: this.mailer.described,
      publicUrl: this.config.publicUrl,
      sample: { isLoaded, opensByClick: isSampleDoorOffered(this.config) }
    }
  }

  async home(): Promise<{ country: string | null }> {
    const { country } = await this.store.read()
    return { country }
  }

  async sayPlace({ language, country }: Place): Promise<SetUpView> {
    await this.store.sayPlace(language, country)
    return this.view()
  }

  /**
   * Makes the first operator and spends every token. Throws `not_found` when somebody was faster or the token has expired,
   * `name_taken`, and `bad_input` for a weak password; then the token is as good as before.
   */
  async makeOperator({ name, handle, password }: NewOperator, token: string): Promise<{ personId: string; phrase: string }> {
    const { language } = await this.store.read()
    const prepared = await this.people.prepare({ name, handle, password, locale: language ?? undefined })
    return this.store.alone(async (manager) => {
      const isFirst = !(await this.operators.hasAny(manager)) && (await this.store.knows(this.#hash(token), manager))
      if (!isFirst) throw new RoundtableError('not_found')
      const { id, phrase } = await this.people.add(prepared, manager)
      await this.operators.add(id, manager)
      await this.store.forgetTokens(manager)
      await this.store.tellPhrase(manager)
      if (phrase === null) throw new Error('somebody without an e-mail address has no recovery phrase')
      return { personId: id, phrase }
    })
  }

  async pass(step: SetUpStep): Promise<SetUpView> {
    await this.store.pass(step)
    return this.view()
  }

  /** @param personId the operator, who may look at what is loaded */
  async chooseSample(load: boolean, person: { readonly personId: string; readonly name: string }): Promise<SetUpView> {
    if (load) await this.sample.load(person)
    return this.pass('sample')
  }

  #hash(token: string): Buffer {
    return hashSecret(token, this.config.sessionSecret)
  }
}
