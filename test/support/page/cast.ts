import type { DocumentKind } from '@roundtable/shared/framework'
import type { ModalityHistory } from '@roundtable/shared/protocol'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { storedDocument } from './document-log.js'
import type { Screen } from './screens.js'
import type { Stage } from './stage.js'
import type { Visitor } from './visitor.js'

type Person = Screen['person']

const ADDED = ['C02', 'C13', 'C33', 'C03', 'C05']
const GUIDED = { C02: { asks: 'What do you want together?', principles: ['P03'], paragraphs: [39] } }

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
    if (name === 'template') return this.addTemplate()
    if (name === 'kept') return this.keep()
    if (name === 'proposal') return this.propose()
    if (!/^C\d\d$/.test(name)) return this.stage.documentId(name as DocumentKind)
    const { clauses } = await storedDocument(this.stage.pool, await this.stage.documentId('agreement'), 'agreement')
    const clause = clauses.find(({ code }) => code === name)
    if (!clause) throw new Error(`the sample agreement has no clause ${name}`)
    return clause.id
  }

  private async invite(): Promise<string> {
    const { link } = await this.make<{ link: string }>('invitations', { role: 'OBS', organisation: null, uses: 1, expiresInDays: 1 })
    return link.slice(link.lastIndexOf('/') + 1)
  }

  /** What the statistician's side keeps to itself. */
  private async keep(): Promise<string> {
    return (await this.make<{ id: string }>('documents', { kind: 'objectives', title: 'Kept', isKept: true })).id
  }

  /** Another way of working together, proposed by the statistician. */
  private async propose(): Promise<string> {
    const proposal = { modality: 'M2', leadKind: null, namedPartner: null, reason: '…' }
    return (await this.make<ModalityHistory>('modality', proposal)).open?.id ?? ''
  }

  /** Made by the statistician in the sample initiative. */
  private async make<Made>(what: string, data: object): Promise<Made> {
    const { page } = await this.at('statistician', 'that makes', {})
    const made = await page.request.post(`/api/workspaces/${await this.stage.workspaceId()}/${what}`, { data })
    if (!made.ok()) throw new Error(`${what}: ${await made.text()}`)
    return (await made.json()) as Made
  }

  /** A newer template than the sample agreement has. */
  private async addTemplate(): Promise<string> {
    const set = {
      id: 'office',
      version: '1.0.0',
      language: 'en',
      name: 'Office',
      kinds: { agreement: { entries: ADDED, guidance: GUIDED } }
    }
    const folder = await mkdtemp(join(tmpdir(), 'roundtable-cast-'))
    const file = join(folder, 'set.json')
    await writeFile(file, JSON.stringify(set))
    await this.stage.server.admin('add-template', file)
    await rm(folder, { recursive: true })
    return set.version
  }
}

/** What is found once is kept, and found once only by whoever asks at the same time. */
function kept<T>(map: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = map.get(key) ?? find()
  map.set(key, found)
  return found
}
