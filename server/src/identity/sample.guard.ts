import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { Request } from 'express'
import type { Config } from '../config/index.js'
import { CONFIG } from '../platform/tokens.js'
import { isSampleDoorOpen } from './domain/sample-door.js'

/** Keeps the door of sample people shut, as if it were not there: also to a body that could not be read. Throws `sample_off`. */
@Injectable()
export class SampleGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    if (!isSampleDoorOpen(context.switchToHttp().getRequest<Request>(), this.config)) throw new RoundtableError('sample_off')
    return true
  }
}
