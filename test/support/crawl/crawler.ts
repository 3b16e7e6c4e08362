import { REST, type Operation, type OperationName } from '@roundtable/shared/protocol'
import type { Body } from '../plausible.js'
import type { CrawlActor, CrawlScene } from './scene.js'

export const OPERATIONS = Object.entries(REST) as [OperationName, Operation][]
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** Long and of few signs: a token, a cursor, a hash. */
const SECRET = /"([A-Za-z0-9_-]{20,})"/g

export interface Seen {
  readonly status: number
  readonly text: string
  /** What tells two answers apart to somebody who compares them. */
  readonly whole: string
}

/** What one person was shown by everything that can be read. */
export interface Shown {
  readonly ids: ReadonlySet<string>
  readonly secrets: ReadonlySet<string>
  readonly texts: readonly string[]
}

export interface Request {
  readonly name: OperationName
  readonly id?: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: Body
}

export async function send({ server }: CrawlScene, actor: CrawlActor, { name, id = '', query, body }: Request): Promise<Seen> {
  const { method, path }: Operation = REST[name]
  const search = query ? `?${new URLSearchParams(query).toString()}` : ''
  const answer = await fetch(`${server.url}${path.replace('{id}', encodeURIComponent(id))}${search}`, {
    method: method.toUpperCase(),
    headers: { cookie: actor.cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {})
  })
  const text = await answer.text()
  const headers = [...answer.headers].filter(([header]) => header !== 'date')
  // An id that somebody sent may be told back to them.
  const whole = JSON.stringify([answer.status, headers, id ? text.replaceAll(id, '{id}') : text])
  return { status: answer.status, text, whole }
}

export function idsIn(text: string): string[] {
  return (text.match(UUID) ?? []).map((id) => id.toLowerCase())
}

/** Reads everything that this person can reach, from nothing: every id that is shown is followed into every reading operation. */
export async function crawl(scene: CrawlScene, actor: CrawlActor): Promise<Shown> {
  const [ids, secrets, texts] = [new Set<string>(), new Set<string>(), [] as string[]]
  const take = ({ status, text }: Seen): void => {
    if (status !== 200) return
    texts.push(text)
    for (const id of idsIn(text)) ids.add(id)
    for (const [, secret] of text.matchAll(SECRET)) if (!/^canary/i.test(secret!)) secrets.add(secret!)
  }
  const readings = OPERATIONS.filter(([, { method }]) => method === 'get')
  for (const [name, { path, query }] of readings) {
    if (path.includes('{id}')) continue
    take(await send(scene, actor, { name }))
    if (query) take(await send(scene, actor, { name, query: { limit: '1' } }))
  }
  for (const id of ids)
    // a Set also walks what is added meanwhile
    await Promise.all(
      readings.filter(([, { path }]) => path.includes('{id}')).map(async ([name]) => take(await send(scene, actor, { name, id })))
    )
  return { ids, secrets, texts }
}
