import { Inject, Injectable } from '@nestjs/common'
import { RoundtableError } from '@roundtable/shared/error'
import type { MailOutcome } from '@roundtable/shared/protocol'
import { Mailer } from '../../notice/index.js'
import type { Clock } from '../../platform/clock.js'
import { TokenBucket } from '../../platform/token-bucket.js'
import { CLOCK } from '../../platform/tokens.js'

const SECONDS_BETWEEN = 60
const AT_ONCE = 3

/** One mail that says only that mail works. A few at once, then one a minute: it is nobody's way of writing to strangers. */
@Injectable()
export class TestMail {
  readonly #bucket: TokenBucket

  constructor(
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock
  ) {
    this.#bucket = new TokenBucket(1 / SECONDS_BETWEEN, AT_ONCE, clock.monotonic())
  }

  /** Throws `not_found` where there is no mail server, and `too_many_requests`. */
  async send(to: string): Promise<MailOutcome> {
    if (!this.mailer.isThere) throw new RoundtableError('not_found')
    if (!this.#bucket.take(this.clock.monotonic())) throw new RoundtableError('too_many_requests', { seconds: SECONDS_BETWEEN })
    return this.mailer.attempt({
      to,
      subject: 'Roundtable can send mail',
      text: 'Somebody who sets Roundtable up has sent this to see whether mail works. You need not do anything.'
    })
  }
}
