import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common'
import { type Logger } from 'pino'
import { LOGGER } from '../platform/tokens.js'
import { LONGEST_MEMORY } from './domain/throttle-rule.js'
import { SessionStore } from './session.store.js'
import { SignInAttemptStore } from './sign-in-attempt.store.js'

const HOUR = 3_600_000

/** Forgets, every hour, what is no longer needed about who tried to sign in and who was. Several nodes may do so at once. */
@Injectable()
export class IdentityCleaning implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null

  constructor(
    @Inject(SignInAttemptStore) private readonly attempts: SignInAttemptStore,
    @Inject(SessionStore) private readonly sessions: SessionStore,
    @Inject(LOGGER) private readonly logger: Logger
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.clean().catch((error: unknown) => this.logger.warn({ err: error }, 'old sign-in attempts and sessions could not be removed'))
    }, HOUR).unref()
  }

  onApplicationShutdown(): void {
    if (this.#timer) clearInterval(this.#timer)
  }

  async clean(): Promise<{ attempts: number; sessions: number }> {
    return { attempts: await this.attempts.clean(LONGEST_MEMORY), sessions: await this.sessions.clean() }
  }
}
