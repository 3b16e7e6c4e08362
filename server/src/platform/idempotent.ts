import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import { type Request } from 'express'
import { createHash } from 'node:crypto'
import { type EntityManager } from 'typeorm'

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

/**
 * Makes something once a key, in the transaction that makes it: whoever asks again, even at the same time, waits and gets
 * the first answer. Throws `already_made` when the key was used for something else.
 */
export async function once<T>(manager: EntityManager, { personId, key, operation, body }: Creation, make: () => Promise<T>): Promise<T> {
  if (key === null) return make()
  const hash = createHash('sha256')
    .update(JSON.stringify([operation, body]))
    .digest()
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
  await manager.query('update idempotent_create set answer = $3 where person_id = $1 and key = $2', [personId, key, JSON.stringify(answer)])
  return answer
}
