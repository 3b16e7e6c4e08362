import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import { SessionService } from '../../identity/index.js'
import { setUpTokenOf } from './set-up-cookie.js'
import { SetUpService } from './set-up.service.js'

/** The set-up is there while nobody is the operator. Throws `not_found`, whatever the body says. */
@Injectable()
export class SetUpOpenGuard implements CanActivate {
  constructor(@Inject(SetUpService) private readonly setUp: SetUpService) {}

  async canActivate(): Promise<boolean> {
    await this.setUp.mustBeOpen()
    return true
  }
}

/** Lets in whoever holds the token. Throws `not_found`, `sign_in_throttled`. */
@Injectable()
export class SetUpTokenGuard implements CanActivate {
  constructor(@Inject(SetUpService) private readonly setUp: SetUpService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>()
    await this.setUp.mustBeOpen()
    const token = setUpTokenOf(request.headers.cookie)
    // No try at a token: nothing to count.
    if (token === null) throw new RoundtableError('not_found')
    await this.setUp.mustBeLetIn(token, request.ip)
    return true
  }
}

/** Lets in operators, and whoever holds the token while there are none. Throws `not_found`, `sign_in_throttled`. */
@Injectable()
export class SetUpGuard implements CanActivate {
  constructor(
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SetUpTokenGuard) private readonly byToken: SetUpTokenGuard
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const person = await this.sessions.authenticate(context.switchToHttp().getRequest<Request>().headers.cookie)
    return person?.isOperator === true || this.byToken.canActivate(context)
  }
}
