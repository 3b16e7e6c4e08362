import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import { from, lastValueFrom, type Observable } from 'rxjs'
import { Turnstiles } from '../platform/turnstile.js'
import { whoAsks } from './session.guard.js'

/** A page sends one act after the other. Each locks its workspace, and more of one person's at a time would be everybody's wait. */
const LIMITS = { atOnce: 4, mostWaiting: 20 }

/** Whatever one person changes is done a few acts at a time on this node; reading is not counted. Throws `too_many_requests`. */
export class ActsInTurn implements NestInterceptor {
  readonly #turnstiles = new Turnstiles(LIMITS)

  intercept(context: ExecutionContext, act: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>()
    const person = whoAsks(request)
    if (!person || request.method === 'GET' || request.method === 'HEAD') return act.handle()
    if (this.#turnstiles.isFull(person.personId)) throw new RoundtableError('too_many_requests', { seconds: 1 })
    // Until the act is done, be it that nobody waits for the answer any more.
    return from(this.#turnstiles.take(person.personId, () => lastValueFrom(act.handle(), { defaultValue: undefined })))
  }
}
