import { Inject, Injectable } from '@nestjs/common'
import type { Logger } from 'pino'
import { Hourly } from '../platform/hourly.js'
import { LOGGER } from '../platform/tokens.js'
import { LONGEST_MEMORY } from './domain/throttle-rule.js'
import { SessionStore } from './session.store.js'
import { SignInAttemptStore } from './sign-in-attempt.store.js'

/** Forgets what is no longer needed about who tried to sign in and who was. */
@Injectable()
export class IdentityCleaning extends Hourly {
  constructor(
    @Inject(SignInAttemptStore) private readonly attempts: SignInAttemptStore,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(LOGGER) logger: Logger
  ) {
    super(logger, 'old sign-in attempts and sessions could not be removed')
  }

  async clean(): Promise<{ attempts: number; sessions: number }> {
    return { attempts: await this.attempts.clean(LONGEST_MEMORY), sessions: await this.sessions.clean() }
  }
}
