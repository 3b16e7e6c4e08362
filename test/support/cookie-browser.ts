import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'

interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
  /** Status and body: what tells two answers apart. */
  readonly whole: string
  readonly setCookie: string
}

/** A browser as far as cookies go: it keeps what it is given, and sends it where the path says. */
export class CookieBrowser {
  readonly #cookies = new Map<string, { value: string; path: string }>()

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {}
  ) {}

  call(name: OperationName, body?: object): Promise<Answered> {
    const { method, path }: Operation = REST[name]
    return this.send(method, path, body === undefined ? undefined : JSON.stringify(body))
  }

  async send(method: string, path: string, body?: string): Promise<Answered> {
    const cookie = [...this.#cookies].filter(([, kept]) => path.startsWith(kept.path)).map(([name, { value }]) => `${name}=${value}`)
    const answer = await fetch(this.url + path, {
      method: method.toUpperCase(),
      headers: { ...this.headers, 'content-type': 'application/json', ...(cookie.length > 0 && { cookie: cookie.join('; ') }) },
      ...(body !== undefined && { body })
    })
    const given = answer.headers.getSetCookie()
    for (const line of given) this.#keep(line)
    const text = await answer.text()
    return {
      status: answer.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      whole: `${answer.status} ${text}`,
      setCookie: given.join('\n')
    }
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    const path = /; Path=([^;]*)/i.exec(line)?.[1] ?? '/'
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, { value, path })
  }
}
