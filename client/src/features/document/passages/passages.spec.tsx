import {
  addClause,
  addObjective,
  appendParagraph,
  applyTemplate,
  canonicalJson,
  part,
  readDocument,
  removeClause,
  root,
  setField
} from '@roundtable/shared/document'
import type { DocumentKind } from '@roundtable/shared/framework'
import type { DocumentView } from '@roundtable/shared/protocol'
import { screen, within } from '@testing-library/react'
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { Refusal, SetAnswers, showPage, spoken } from '../../../../../test/support/screen.js'
import { KeptBanner } from '../frame/kept-banner.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const MADE = '0199a000-0000-7000-8000-000000000009'
const DOOR = `POST /api/documents/${ID}/passages`
let next = 0
const ids = { newId: () => `id${next++}` }

function started(kind: DocumentKind): Y.Doc {
  const doc = new Y.Doc()
  applyTemplate(kind, doc, { ...ids, stage: 'S1' })
  return doc
}

const hashOf = (doc: Y.Doc, kind: DocumentKind): string =>
  createHash('sha256')
    .update(canonicalJson(readDocument(kind, doc)))
    .digest('hex')

async function opened(kind: DocumentKind, doc: Y.Doc) {
  const view = { id: ID, workspaceId: 'w', kind, stage: kind === 'plan' ? 'S1' : null, isKept: true, title: 'Ours' } as DocumentView
  const user = await showPage(<KeptBanner view={view} doc={doc} />, { route: '/documents/:id', at: `/documents/${ID}` })
  await user.click(screen.getByRole('button', { name: 'Share parts…' }))
  return { user, dialog: await screen.findByRole('dialog', { name: 'Share parts of this document' }) }
}

const offered = () => screen.getAllByRole('checkbox').map((box) => box.closest('label')!.textContent)

describe('sharing parts of what a side keeps to itself', () => {
  it('[UI-200] clauses are chosen by their titles and first words, shared once under a title, and lead to the new document', async () => {
    const doc = started('agreement')
    const goal = readDocument('agreement', doc).clauses.find(({ code }) => code === 'C02')!.id
    appendParagraph(part(doc, 'agreement', goal, 'text')!, 'Clean water for all', ids)
    addClause(doc, ids, { code: 'own', heading: 'The river' })
    const server = new SetAnswers({ [DOOR]: { id: MADE } })
    const { user, dialog } = await opened('agreement', doc)
    expect(offered()).toEqual(['Shared goal', 'The river'])
    within(dialog).getByText('Clean water for all')

    await user.click(within(dialog).getByRole('button', { name: 'Share these parts' }))
    within(dialog).getByText('Choose at least one part.')
    within(dialog).getByText('Write something here.')
    expect(server.acts).toEqual([])

    await user.click(within(dialog).getByRole('checkbox', { name: 'Shared goal' }))
    await user.type(within(dialog).getByRole('textbox', { name: 'Title of the new document' }), 'What we want')
    await user.click(within(dialog).getByRole('button', { name: 'Share these parts' }))
    const link = await screen.findByRole('link', { name: 'Open “What we want”' })
    expect(link.getAttribute('href')).toBe(`/documents/${MADE}`)
    expect(spoken()).toBe('The parts are shared.')
    const body = { title: 'What we want', passages: [goal], seen: hashOf(doc, 'agreement') }
    expect(server.acts).toMatchObject([{ operation: DOOR, body, key: expect.any(String) as string }])
  })

  it('[UI-200] when something else is stored it says so, shows what is there now, and sends only what is still there', async () => {
    const doc = started('agreement')
    const [gone] = ['The river', 'The wells'].map((heading) => addClause(doc, ids, { code: 'own', heading }))
    let isRefused = true
    const server = new SetAnswers({ [DOOR]: () => (isRefused ? new Refusal(409, 'changed_meanwhile') : { id: MADE }) })
    const { user, dialog } = await opened('agreement', doc)
    const before = hashOf(doc, 'agreement')
    for (const name of ['The river', 'The wells']) await user.click(within(dialog).getByRole('checkbox', { name }))
    await user.type(within(dialog).getByRole('textbox', { name: 'Title of the new document' }), 'Ours')
    removeClause(doc, gone!)
    expect(offered()).toEqual(['The river', 'The wells'])
    await user.click(within(dialog).getByRole('button', { name: 'Share these parts' }))
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/^Nothing was shared: this document has changed meanwhile/)
    expect(offered()).toEqual(['The wells'])
    isRefused = false
    await user.click(within(dialog).getByRole('button', { name: 'Share these parts' }))
    await screen.findByRole('link', { name: 'Open “Ours”' })
    const [first, second] = server.acts.map(({ body, key }) => ({ ...(body as { seen: string; passages: string[] }), key }))
    expect(first).toMatchObject({ seen: before, passages: { length: 2 } })
    expect(second).toMatchObject({ seen: hashOf(doc, 'agreement'), passages: { length: 1 } })
    expect(second?.key).not.toBe(first?.key)
  })

  it('[UI-200] objectives go by their number, the texts beside them by their name', async () => {
    const doc = started('objectives')
    appendParagraph(root(doc, 'objectives', 'missing'), 'The shepherds', ids)
    addObjective(doc, ids)
    addObjective(doc, ids, { classification: { code: 'O1' } })
    await opened('objectives', doc)
    expect(offered()).toEqual(['Who is missing in the data', 'Objective 2'])
    screen.getByText('The shepherds')
  })

  it('[UI-200] answers of a plan go by what was asked', async () => {
    const doc = started('plan')
    setField(doc, 'plan', 'consent', 'purpose', 'To find the wells')
    await opened('plan', doc)
    expect(offered()).toEqual(['What people are told before they take part'])
  })

  it('[UI-200] where nothing is written it says so', async () => {
    await opened('roadmap', started('roadmap'))
    screen.getByText('Nothing is written here yet that could be shared.')
  })
})
