import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import { SessionGuard, signedInPerson } from './session.guard.js'

/** Lets operators through. Whoever is not signed in is asked to be; to everybody else there is nothing here (`not_found`). */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(@Inject(SessionGuard) private readonly session: SessionGuard) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.session.canActivate(context)
    if (!signedInPerson(context.switchToHttp().getRequest<Request>()).isOperator) throw new RoundtableError('not_found')
    return true
  }
}
