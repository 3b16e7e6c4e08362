import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import type { Logger } from 'pino'
import { DataSource, type EntityManager } from 'typeorm'
import { Hourly } from './hourly.js'
import { hashSecret, LOGGER } from './tokens.js'

const KEY = /^[\x21-\x7e]{1,100}$/

/** `@IdempotencyKey()`: the request's key, or null. Throws `bad_input` on one that is none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const key = context.switchToHttp().getRequest<Request>().headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && KEY.test(key)) return key
  const problem = { field: 'Idempotency-Key', reason: 'up to 100 visible characters' }
  throw new RoundtableError('bad_input', problem, [problem])
})

export interface Creation {
  readonly personId: string
  readonly key: string | null
  readonly operation: string
  readonly body: unknown
}

/** So long a request can be sent again: a page that was closed over a holiday does not come back to it. */
const REMEMBERED = `interval '7 days'`

/** What has been made under a request's key. Compared by a hash under the server's key: bodies hold names and addresses. */
export class Creations {
  constructor(private readonly secret: string) {}

  /**
   * Makes something once a key, in the transaction that makes it: whoever asks again, even at the same time, waits and gets
   * the first answer. Throws `already_made` when the key was used for something else.
   */
  async once<T>(manager: EntityManager, { personId, key, operation, body }: Creation, make: () => Promise<T>): Promise<T> {
    if (key === null) return make()
    const hash = hashSecret(JSON.stringify(['creation', operation, body]), this.secret)
    const taken: unknown[] = await manager.query(
      `insert into idempotent_create (person_id, key, operation, request_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
      [personId, key, operation, hash]
    )
    if (taken.length === 0) {
      const rows: { hash: Buffer; answer: T }[] = await manager.query(
        'select request_hash as hash, answer from idempotent_create where person_id = $1 and key = $2',
        [personId, key]
      )
      const [earlier] = rows
      if (!earlier?.hash.equals(hash)) throw new RoundtableError('already_made')
      return earlier.answer
    }
    const answer = await make()
    await manager.query('update idempotent_create set answer = $3 where person_id = $1 and key = $2', [
      personId,
      key,
      JSON.stringify(answer)
    ])
    return answer
  }
}

/** Forgets what was made under keys that nobody comes back with. */
@Injectable()
export class CreationCleaning extends Hourly {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(LOGGER) logger: Logger
  ) {
    super(logger, 'keys of earlier requests could not be forgotten')
  }

  async clean(): Promise<number> {
    const forgotten: unknown[] = await this.source.query(
      `with forgotten as (delete from idempotent_create where created_at < now() - ${REMEMBERED} returning 1) select 1 from forgotten`
    )
    return forgotten.length
  }
}
