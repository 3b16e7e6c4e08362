import type { Logger } from 'pino'
import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A mail server that does not answer keeps nobody waiting longer than this. */
const PATIENCE_MS = 10_000

/** Sends mail where the operator has named a server (`SMTP_URL`; `?from=` sets the sender's address). */
export class Mailer {
  readonly #transport: ReturnType<typeof transportTo> | null
  readonly #from: string

  constructor(
    smtpUrl: string | null,
    publicUrl: string | null,
    private readonly logger: Logger
  ) {
    const url = smtpUrl === null ? null : new URL(smtpUrl)
    this.#from = url?.searchParams.get('from') ?? `no-reply@${publicUrl === null ? 'localhost' : new URL(publicUrl).hostname}`
    url?.searchParams.delete('from')
    this.#transport = url && transportTo(url.href)
  }

  /** Whether there is a mail server at all. */
  get isThere(): boolean {
    return this.#transport !== null
  }

  /** True when the mail server has taken it. Neither address nor words of a mail are logged. */
  async send({ to, subject, text }: Mail): Promise<boolean> {
    if (!this.#transport) return false
    try {
      // As an object the address is taken as it is: nothing in it is read as another recipient.
      await this.#transport.sendMail({ from: { name: 'Roundtable', address: this.#from }, to: { name: '', address: to }, subject, text })
      return true
    } catch (error) {
      const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined
      this.logger.warn({ code: typeof code === 'string' ? code : 'unknown' }, 'a mail could not be sent')
      return false
    }
  }

  onApplicationShutdown(): void {
    this.#transport?.close()
  }
}

function transportTo(url: string) {
  return createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true
  })
}
