import type { MailOutcome } from '@roundtable/shared/protocol'
import type { Logger } from 'pino'
import { createTransport } from 'nodemailer'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A mail server that does not answer keeps nobody waiting longer than this. */
const PATIENCE_MS = 10_000

/** Nodemailer's codes of what went wrong. */
const OUTCOMES: ReadonlyMap<string, MailOutcome> = new Map([
  ...['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET'].map(
    (code) => [code, 'unreachable'] as const
  ),
  ['EAUTH', 'login_refused'],
  ['ENOAUTH', 'login_refused'],
  ['EENVELOPE', 'address_refused'],
  ['ETLS', 'not_encrypted'],
  ['EREQUIRETLS', 'not_encrypted']
])

/** Sends mail where the operator has named a server (`SMTP_URL`; `?from=` sets the sender's address). */
export class Mailer {
  readonly #transport: ReturnType<typeof transportTo> | null
  readonly #from: string
  readonly #server: string

  constructor(
    smtpUrl: string | null,
    publicUrl: string | null,
    private readonly logger: Logger
  ) {
    const url = smtpUrl === null ? null : new URL(smtpUrl)
    this.#from = url?.searchParams.get('from') ?? `no-reply@${publicUrl === null ? 'localhost' : new URL(publicUrl).hostname}`
    this.#server = url?.host ?? ''
    url?.searchParams.delete('from')
    this.#transport = url && transportTo(url.href)
  }

  /** Whether there is a mail server at all. */
  get isThere(): boolean {
    return this.#transport !== null
  }

  /** The mail server by host and port, without its login, and the sender's address; null where there is none. */
  get described(): { readonly server: string; readonly from: string } | null {
    return this.isThere ? { server: this.#server, from: this.#from } : null
  }

  /** True when the mail server has taken it. Neither address nor words of a mail are logged. */
  async send(mail: Mail): Promise<boolean> {
    return this.isThere && (await this.attempt(mail)) === 'taken'
  }

  /** Sends it and says what became of it. Only where there is a mail server. */
  attempt({ to, subject, text }: Mail): Promise<MailOutcome> {
    // As an object the address is taken as it is: nothing in it is read as another recipient.
    return this.#ask((transport) =>
      transport.sendMail({ from: { name: 'Roundtable', address: this.#from }, to: { name: '', address: to }, subject, text })
    )
  }

  /** Whether the mail server answers and lets us in; nothing is sent. Only where there is one. */
  check(): Promise<MailOutcome> {
    return this.#ask((transport) => transport.verify())
  }

  async #ask(act: (transport: ReturnType<typeof transportTo>) => Promise<unknown>): Promise<MailOutcome> {
    if (!this.#transport) throw new Error('there is no mail server to ask')
    try {
      await act(this.#transport)
      return 'taken'
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
      this.logger.warn({ code: typeof code === 'string' ? code : 'unknown' }, 'the mail server did not do what it was asked')
      return (typeof code === 'string' && OUTCOMES.get(code)) || 'failed'
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
