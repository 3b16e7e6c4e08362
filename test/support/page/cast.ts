import type { DocumentKind } from '@roundtable/shared/framework'
import type { BrowserContextOptions } from 'playwright-core'
import { storedDocument } from './document-log.js'
import type { Screen } from './screens.js'
import type { Stage } from './stage.js'
import type { Visitor } from './visitor.js'

type Person = Screen['person']

/** Who looks at screens, each at a browser of their own that is opened when it is first needed, and where the screens are. */
export class Cast {
  private readonly visitors = new Map<string, Promise<Visitor>>()
  private readonly known = new Map<string, Promise<string>>()

  constructor(readonly stage: Stage) {}

  /** One person's browser of one kind. */
  at(person: Person, device: string, options: BrowserContextOptions): Promise<Visitor> {
    return kept(this.visitors, `${person} ${device}`, () =>
      person === 'nobody' ? this.stage.visitor(options) : this.stage.signedIn(person, options)
    )
  }

  /** A screen's address in one language. */
  async address(at: string, locale: string): Promise<string> {
    const names = [...new Set([...at.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))]
    const values = await Promise.all(names.map((name) => kept(this.known, name, () => this.find(name))))
    const path = names.reduce((filled, name, index) => filled.replaceAll(`{${name}}`, values[index] ?? ''), at)
    const url = new URL(path, this.stage.url)
    url.searchParams.set('locale', locale)
    return url.href
  }

  private async find(name: string): Promise<string> {
    if (name === 'workspace') return this.stage.workspaceId()
    if (name === 'invitation') return this.invite()
    if (!/^C\d\d$/.test(name)) return this.stage.documentId(name as DocumentKind)
    const { clauses } = await storedDocument(this.stage.pool, await this.stage.documentId('agreement'), 'agreement')
    const clause = clauses.find(({ code }) => code === name)
    if (!clause) throw new Error(`the sample agreement has no clause ${name}`)
    return clause.id
  }

  private async invite(): Promise<string> {
    const { page } = await this.at('statistician', 'that invites', {})
    const data = { role: 'OBS', organisation: null, uses: 1, expiresInDays: 1 }
    const made = await page.request.post(`/api/workspaces/${await this.stage.workspaceId()}/invitations`, { data })
    const { link } = (await made.json()) as { link: string }
    return link.slice(link.lastIndexOf('/') + 1)
  }
}

/** What is found once is kept, and found once only by whoever asks at the same time. */
function kept<T>(map: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = map.get(key) ?? find()
  map.set(key, found)
  return found
}
