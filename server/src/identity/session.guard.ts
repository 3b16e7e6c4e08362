import { type CanActivate, type ExecutionContext, Inject, Injectable, createParamDecorator } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import { SessionService } from './session.service.js'
import type { Authenticated } from './session.store.js'

const people = new WeakMap<Request, Authenticated>()

/** Lets signed-in people through; others get `not_signed_in`. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(@Inject(SessionService) private readonly sessions: SessionService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>()
    const person = await this.sessions.authenticate(request.headers.cookie)
    if (!person) throw new RoundtableError('not_signed_in')
    people.set(request, person)
    return true
  }
}

/** Who the request comes from; undefined where nobody has to be signed in. */
export function whoAsks(request: Request): Authenticated | undefined {
  return people.get(request)
}

/** Who the request comes from, for guards behind `SessionGuard`. Throws `not_signed_in` before it. */
export function signedInPerson(request: Request): Authenticated {
  const person = people.get(request)
  if (!person) throw new RoundtableError('not_signed_in')
  return person
}

/** `@SignedIn()`: who the request comes from. Only behind `SessionGuard`. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Authenticated =>
  signedInPerson(context.switchToHttp().getRequest<Request>())
)
