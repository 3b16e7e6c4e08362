import { EVENTS_PATH, TUNNEL_NAMESPACE, type Piece } from '@roundtable/shared/protocol'

interface Asked {
  readonly cookie?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** A page's long polling spoken by hand, which fetches only when it is told to. */
export class RawPoll {
  private constructor(
    private readonly url: string,
    private readonly sid: string,
    private readonly cookie: string | null
  ) {}

  static async handshake(url: string, query = '', headers: Readonly<Record<string, string>> = { origin: url }): Promise<Response> {
    return fetch(`${url}${EVENTS_PATH}/?EIO=4&transport=polling${query}`, { headers })
  }

  /** Opened, and nobody yet. */
  static async open(url: string, cookie: string | null): Promise<RawPoll> {
    const answer = await RawPoll.handshake(url, '', { origin: url, ...(cookie === null ? {} : { cookie }) })
    const { sid } = JSON.parse((await answer.text()).slice(1)) as { sid: string }
    return new RawPoll(url, sid, cookie)
  }

  /** In the tunnel, with one line to a document, whose first answers are fetched. */
  static async line(url: string, cookie: string, address: string): Promise<RawPoll> {
    const raw = await RawPoll.open(url, cookie)
    await raw.post(`40${TUNNEL_NAMESPACE},`)
    await raw.poll()
    await raw.up([[1, 'open', address]])
    return raw
  }

  post(body: string, { cookie = this.cookie, headers = {} }: Asked = {}): Promise<Response> {
    return this.#ask('POST', { cookie, headers, body })
  }

  up(pieces: readonly Piece[]): Promise<Response> {
    return this.post(`42${TUNNEL_NAMESPACE},${JSON.stringify(['up', pieces])}`)
  }

  /** Ends the connection, where it has not ended. */
  goodbye(): Promise<Response> {
    return this.post('1')
  }

  async poll({ cookie = this.cookie, headers = {}, signal }: Asked = {}): Promise<{ status: number; text: string }> {
    const answer = await this.#ask('GET', { cookie, headers, ...(signal && { signal }) })
    return { status: answer.status, text: await answer.text() }
  }

  /** The pieces of one answer; pings of the connection itself are answered, and left out. */
  async down(): Promise<Piece[]> {
    const { text } = await this.poll()
    const packets = text.split('\u001e')
    if (packets.includes('2')) await this.post('3')
    const begin = `42${TUNNEL_NAMESPACE},`
    return packets
      .filter((packet) => packet.startsWith(begin))
      .flatMap((packet) => (JSON.parse(packet.slice(begin.length)) as [string, Piece[]])[1])
  }

  /** Fetches until a piece is as wanted; answers all that came. */
  async downUntil(isWanted: (piece: Piece) => boolean): Promise<Piece[]> {
    const pieces: Piece[] = []
    while (!pieces.some(isWanted)) pieces.push(...(await this.down()))
    return pieces
  }

  #ask(method: string, { cookie, headers, ...rest }: Asked & { body?: string }): Promise<Response> {
    const own = { origin: this.url, ...(cookie == null ? {} : { cookie }) }
    return fetch(`${this.url}${EVENTS_PATH}/?EIO=4&transport=polling&sid=${this.sid}`, { method, headers: { ...own, ...headers }, ...rest })
  }
}

/** What pieces of messages say, as text that may be searched for words. */
export const wordsIn = (pieces: readonly Piece[]): string =>
  pieces.map(([, kind, body]) => (kind === 'more' || kind === 'end' ? Buffer.from(body, 'base64').toString('latin1') : '')).join('')
