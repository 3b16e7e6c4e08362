import type { Page, Route } from 'playwright-core'
import type { Screen } from './screens.js'

/** A screen in a state that is seldom seen: what the server answers, or does not, in place of what it has. */
export interface ScreenState {
  readonly name: string
  /** Screens it is looked at on, by their addresses. */
  readonly on: readonly Pick<Screen, 'at' | 'person'>[]
  /** Sets it up before the page is opened; what it sets up ends with `page.unrouteAll`. */
  readonly begin: (page: Page) => Promise<void>
  /** It stays on its way: it is looked at as it is then. */
  readonly isWaiting?: true
  /** What then stands on the page, as a part of its words in English. */
  readonly says: readonly RegExp[]
  /** What can be done next: a button or link by its name. */
  readonly offers?: RegExp
}

const MAIN = [
  { at: '/initiatives', person: 'citizen' },
  { at: '/initiatives/{workspace}', person: 'citizen' },
  { at: '/initiatives/{workspace}/people', person: 'citizen' },
  { at: '/documents/{objectives}', person: 'citizen' }
] as const

/** What a page shows, without who is signed in and whether the server lives. */
const SHOWN = /\/api\/(?!session|health|events)/
const problem = (status: number, code: string, args: object) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    json: { code, args, fields: [], type: 'about:blank', title: code, status }
  })
const answering =
  (answer: (route: Route) => unknown) =>
  async (page: Page): Promise<void> => {
    await page.route(SHOWN, answer)
  }
const LONG = `${'Wasserversorgungsinfrastrukturbeteiligungsverfahren '.repeat(3)}${'ундалбаганузунсөз'.repeat(4)}`
type Items = readonly Record<string, unknown>[]
/** A list with other things in it than there are. */
const listing =
  (change: (items: Items) => Items) =>
  async (route: Route): Promise<void> => {
    const response = await route.fetch()
    const body = (await response.json()) as { items?: Items }
    await route.fulfill({ response, json: body.items ? { ...body, items: change(body.items) } : body })
  }
const none = (): Items => []
/** Many times over, with the longest words there may be. */
const manyAndLong = (items: Items): Items =>
  Array.from({ length: 60 }, (_, index) => ({ ...items[0], id: crypto.randomUUID(), title: LONG.slice(0, 80 + 2 * index) }))

export const STATES: readonly ScreenState[] = [
  { name: 'on its way', on: MAIN, begin: answering(() => undefined), isWaiting: true, says: [/…/] },
  {
    name: 'the server failed',
    on: MAIN,
    begin: answering(problem(500, 'internal', { reference: '7Q4Z' })),
    says: [/Something went wrong on the server/, /7Q4Z/, /safe/],
    offers: /Try again/
  },
  {
    name: 'the database is away',
    on: MAIN,
    begin: answering(problem(503, 'database_unavailable', {})),
    says: [/database does not answer/, /safe/],
    offers: /Try again/
  },
  {
    name: 'no answer',
    on: MAIN,
    begin: answering((route) => route.abort('connectionrefused')),
    says: [/cannot be reached|does not answer/i],
    offers: /again/
  },
  {
    name: 'not there any more',
    on: MAIN.slice(1),
    begin: answering(problem(404, 'not_found', {})),
    says: [/nothing here|not here|cannot be found|may not know/i],
    offers: /initiatives/i
  },
  {
    name: 'nothing yet',
    on: [{ at: '/initiatives', person: 'citizen' }],
    begin: answering(listing(none)),
    says: [/No initiative yet/],
    offers: /Start a new initiative/
  },
  {
    name: 'many and long',
    on: [{ at: '/initiatives', person: 'citizen' }],
    begin: answering(listing(manyAndLong)),
    says: [/Wasserversorgung/]
  }
]
