import request from 'supertest'
import { SESSION_COOKIE } from '../../server/src/identity/domain/session-cookie.js'
import { PersonService, type PersonToCreate } from '../../server/src/identity/person.service.js'
import type { TestServer } from './server.js'

/** None of the lists of common passwords has it, and it names nobody. */
export const PASSWORD = 'seven herons crossing'

/** Makes a person whose handle and name are their own. */
export async function createPerson(
  server: TestServer,
  person: Partial<PersonToCreate> = {}
): Promise<{ id: string; phrase: string | null }> {
  return server.app.nest.get(PersonService).createPerson({ handle: 'noor', name: 'Noor', password: PASSWORD, ...person })
}

/** What a browser does for us: it keeps the session cookie and sends it with every request. */
export class BrowserSession {
  token: string | null = null

  constructor(
    private readonly server: TestServer,
    private readonly headers: Readonly<Record<string, string>> = {}
  ) {}

  get cookie(): string {
    return this.token === null ? '' : `${SESSION_COOKIE}=${this.token}`
  }

  signIn(email: string, password = PASSWORD): Promise<request.Response> {
    return this.post('/api/session', { email, password })
  }

  post(path: string, body: object): Promise<request.Response> {
    return this.#send(request(this.server.url).post(path).send(body))
  }

  get(path: string): Promise<request.Response> {
    return this.#send(request(this.server.url).get(path))
  }

  delete(path: string): Promise<request.Response> {
    return this.#send(request(this.server.url).delete(path))
  }

  async #send(sent: request.Test): Promise<request.Response> {
    const answer = await sent.set(this.token === null ? { ...this.headers } : { Cookie: this.cookie, ...this.headers })
    for (const line of answer.get('Set-Cookie') ?? []) {
      const value = new RegExp(`^${SESSION_COOKIE}=([^;]*)`).exec(line)?.[1]
      if (value !== undefined) this.token = value === '' ? null : value
    }
    return answer
  }
}
