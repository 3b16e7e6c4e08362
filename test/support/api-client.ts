import { SESSION_COOKIE } from '../../server/src/identity/domain/session-cookie.js'
import { hashSecret, newSecret } from '../../server/src/platform/tokens.js'
import { RoundtableError, type Problem } from '@roundtable/shared/error'
import { type Operation, type OperationName, REST } from '@roundtable/shared/protocol'
import type { z } from 'zod'
import { v4, v7 } from 'uuid'
import { TEST_SECRET } from './server.js'
import type pg from 'pg'

type Answer<N extends OperationName> = (typeof REST)[N] extends { answer: infer S extends z.ZodType } ? z.output<S> : void

interface Input {
  readonly id?: string
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string>>
  /** The request's Idempotency-Key. */
  readonly key?: string
}

/** A running server, in this process or in one of its own, and a way into its tables. */
interface Running {
  readonly url: string
  readonly pool: pg.Pool
}

/** One person at the REST door, with a session of their own. Answers are parsed with the table's schemas: an undocumented one fails. */
export class ApiClient {
  private constructor(
    private readonly server: Running,
    readonly personId: string,
    readonly cookie: string
  ) {}

  /** Signs a person in without the cost of a password. */
  static async as(server: Running, personId: string): Promise<ApiClient> {
    const token = newSecret()
    await server.pool.query(
      `insert into session (id, person_id, token_hash, device, expires_at) values ($1, $2, $3, 'test', now() + interval '1 hour')`,
      [v7(), personId, hashSecret(token, TEST_SECRET)]
    )
    return new ApiClient(server, personId, `${SESSION_COOKIE}=${token}`)
  }

  /** Somebody new, who holds no seat anywhere yet. */
  static async newcomer(server: Running, name = 'Newcomer'): Promise<ApiClient> {
    const id = v7()
    await server.pool.query('insert into person (id, public_id, handle, name) values ($1, $2, $3, $4)', [id, v4(), `p-${id}`, name])
    return ApiClient.as(server, id)
  }

  /** Throws the server's refusal as a `RoundtableError`. */
  async call<N extends OperationName>(name: N, input: Input = {}): Promise<Answer<N>> {
    const answer = await this.send(name, input)
    const text = await answer.text()
    if (!answer.ok) {
      const problem = JSON.parse(text) as Problem
      throw new RoundtableError(problem.code, problem.args, problem.fields)
    }
    const { answer: schema }: Operation = REST[name]
    return (schema ? schema.parse(JSON.parse(text)) : undefined) as Answer<N>
  }

  /** The refusal as data, for comparing; fails the test when nothing was refused. */
  async refusal(name: OperationName, input: Input = {}): Promise<{ code: string; rule?: unknown; fields: string[] }> {
    const error = await this.call(name, input).then(
      () => null,
      (thrown: unknown) => thrown
    )
    if (!(error instanceof RoundtableError)) throw new Error(`${name} was not refused`, { cause: error })
    return { code: error.code, rule: error.args.rule, fields: error.fields.map(({ field }) => field) }
  }

  send(name: OperationName, { id = '', body, query, key }: Input = {}): Promise<Response> {
    const { method, path }: Operation = REST[name]
    const search = query ? `?${new URLSearchParams(query).toString()}` : ''
    return fetch(`${this.server.url}${path.replace('{id}', id)}${search}`, {
      method: method.toUpperCase(),
      headers: {
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key })
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
  }
}
