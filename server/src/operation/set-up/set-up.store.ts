import { Inject, Injectable } from '@nestjs/common'
import type { SetUpStep } from '@roundtable/shared/protocol'
import { DataSource, type EntityManager } from 'typeorm'

export interface SetUpRow {
  readonly language: string | null
  readonly country: string | null
  readonly done: readonly string[]
}

/** Among what is done. Where it is missing, the operator was made by a command, or before phrases were asked for. */
export const PHRASE_TOLD = 'phrase-told'

const NOTHING_YET: SetUpRow = { language: null, country: null, done: [] }

/** How far the first set-up is, and the tokens that open it. All times are the database's. */
@Injectable()
export class SetUpStore {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  /** Each node that starts prints a token of its own; those that have expired go. */
  async addToken(tokenHash: Buffer, seconds: number): Promise<void> {
    await this.source.query('delete from set_up_token where expires_at < now()')
    await this.source.query(`insert into set_up_token values ($1, now() + make_interval(secs => $2))`, [tokenHash, seconds])
  }

  async knows(tokenHash: Buffer, within: EntityManager = this.source.manager): Promise<boolean> {
    const rows: unknown[] = await within.query('select 1 from set_up_token where token_hash = $1 and expires_at > now()', [tokenHash])
    return rows.length === 1
  }

  async forgetTokens(within: EntityManager): Promise<void> {
    await within.query('delete from set_up_token')
  }

  async read(): Promise<SetUpRow> {
    const rows: SetUpRow[] = await this.source.query('select language, country, done from set_up')
    return rows[0] ?? NOTHING_YET
  }

  async sayPlace(language: string, country: string): Promise<void> {
    await this.source.query(
      `insert into set_up (language, country, done) values ($1, $2, '{place}') on conflict (only_one)
       do update set language = $1, country = $2, done = array_remove(set_up.done, 'place') || '{place}'`,
      [language, country]
    )
  }

  async pass(step: SetUpStep): Promise<void> {
    await this.source.query(
      `insert into set_up (done) values (array[$1]) on conflict (only_one) do update set done = array_remove(set_up.done, $1) || $1`,
      [step]
    )
  }

  /** The first operator's phrase was told: until they say that they keep it, their page is not done. */
  async tellPhrase(within: EntityManager): Promise<void> {
    await within.query(
      `insert into set_up (done) values ('{${PHRASE_TOLD}}') on conflict (only_one)
       do update set done = array_remove(array_remove(set_up.done, 'operator'), '${PHRASE_TOLD}') || '{${PHRASE_TOLD}}'`
    )
  }

  /** Does it while no other node makes an operator. */
  alone<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtext('roundtable set-up'))`)
      return work(manager)
    })
  }
}
