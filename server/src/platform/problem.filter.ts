import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import { RoundtableError, problemOf } from '@roundtable/shared/error'
import type { Response } from 'express'
import type { Logger } from 'pino'
import { Counter, type Registry } from 'prom-client'
import { v4 } from 'uuid'
import { isDatabaseAway } from './database-failure.js'

/** The one mapper from anything thrown to something of the catalogue. */
export function toRoundtableError(error: unknown): RoundtableError | null {
  if (error instanceof RoundtableError) return error
  if (error instanceof HttpException) {
    const status = error.getStatus()
    if (status === 404 || status === 405) return new RoundtableError('not_found')
    if (status === 413) return new RoundtableError('too_large', { limit: '100 kB' })
    if (status === 400) return new RoundtableError('not_json')
  }
  const type = error instanceof Error ? (error as Error & { type?: unknown }).type : undefined
  if (type === 'entity.too.large') return new RoundtableError('too_large', { limit: '100 kB' })
  if (typeof type === 'string' && /^(entity|encoding|charset|request)\./.test(type)) return new RoundtableError('not_json')
  if (isDatabaseAway(error)) return new RoundtableError('database_unavailable', {}, [], { cause: error })
  return null
}

/** Answers every refused REST request with a problem document (RFC 9457); details of the unexpected stay in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #refusals: Counter<'code'>

  constructor(
    private readonly logger: Logger,
    registry: Registry
  ) {
    this.#refusals = new Counter({
      name: 'roundtable_http_refusals_total',
      help: 'Requests refused, by the code of the refusal',
      labelNames: ['code'],
      registers: [registry]
    })
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>()
    const known = toRoundtableError(error)
    const reference = v4()
    if (!known || known.kind === 'internal') this.logger.error({ err: error, reference }, 'request failed')
    else if (known.kind === 'unavailable') this.logger.warn({ err: known.cause ?? known }, known.message)
    if (response.headersSent) return
    const problem = problemOf(known, reference)
    this.#refusals.inc({ code: problem.code })
    // A guard refuses before the operation's own headers are set: a refusal is as little for a cache as an answer.
    response.setHeader('Cache-Control', 'no-store')
    if (known?.kind === 'too_many' && known.args.seconds !== undefined) response.setHeader('Retry-After', String(known.args.seconds))
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  }
}
