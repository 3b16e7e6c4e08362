import { packRulesFor } from '@roundtable/shared/ability'
import { applyTemplate, filedText, readDocument, setField } from '@roundtable/shared/document'
import { PRINCIPLES, type Side } from '@roundtable/shared/framework'
import type { DocumentView, PrinciplesView, WorkspaceView } from '@roundtable/shared/protocol'
import { act, screen, within } from '@testing-library/react'
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import type { LiveDocument } from '../../connection/index.js'
import { OpenDocumentContext } from '../document/index.js'
import { FilingSection } from './filing-section.js'
import { PrinciplesPage } from './side-by-side-page.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const DOCUMENT = '0199a000-0000-7000-8000-000000000003'
const SEAT = '0199a000-0000-4000-8000-000000000002'
const mySeat = { id: SEAT, workspaceId: ID, side: 'civic', role: 'COM', name: 'Nadia', organisation: null, mandateExpiresAt: null } as const

const workspace: WorkspaceView = {
  ...{ id: ID, kind: 'initiative', title: 'Clean air', country: 'KG', modality: 'M3', mySeat, people: 2, status: 'active' },
  ...{ leadKind: null, namedPartner: 'NSO', outcome: null, outcomeParagraph: '', notShown: [], registry: 'none', stage: null },
  ...{ next: [], creatable: [], seats: [mySeat], documentList: [] }
}

function answered(fields: Readonly<Record<string, string | boolean | string[]>> = {}): Y.Doc {
  const doc = new Y.Doc()
  let next = 0
  applyTemplate('principles', doc, { newId: () => `block-${next++}` })
  for (const code of PRINCIPLES) setField(doc, 'principles', code, 'howFar', 'partly')
  for (const [name, value] of Object.entries(fields)) setField(doc, 'principles', 'P03', name, value)
  return doc
}

const textOf = (doc: Y.Doc): string => filedText(readDocument('principles', doc))
const filing = { number: 2, filedBy: 'Ola', filedAt: '2026-11-28T10:00:00Z', contentHash: null }

function viewOf(contents: Partial<Record<Side, string>>, filed: readonly Side[], isShown: boolean): PrinciplesView {
  return {
    sides: (['civic', 'state', 'other'] as const).map((side) => ({
      side,
      isMine: side === 'civic',
      files: side !== 'other',
      documentId: side === 'other' ? null : DOCUMENT,
      hasChanged: side === 'civic' && filed.includes('civic'),
      filings: filed.includes(side) ? [filing, { ...filing, number: 1 }] : [],
      content: contents[side] ?? null
    })),
    isShown,
    mayFile: { allowed: true, because: { rule: 'R-05', paragraph: '¶15.3, T1e', sentence: 'ability.because.R-05' } }
  }
}

const session = {
  person: { id: SEAT, name: 'N', handle: 'nadia', hasEmail: false, locale: 'en' },
  seats: [mySeat],
  rules: {
    [ID]: packRulesFor(
      { person: 'p', seat: SEAT, side: 'civic', role: 'COM', isFunder: false, mandateExpired: false, invitedByCivic: true },
      workspace
    )
  },
  sampleData: false
}

describe('the principles of all sides', () => {
  const show = (view: PrinciplesView) => {
    new SetAnswers({
      'GET /api/session': session,
      [`GET /api/workspaces/${ID}`]: workspace,
      [`GET /api/workspaces/${ID}/principles`]: view
    })
    return showPage(<PrinciplesPage />, { route: '/initiatives/:id/principles', at: `/initiatives/${ID}/principles` })
  }

  it('[UI-183] say who has filed, and before all have show one’s own side’s copy alone', async () => {
    await show(viewOf({ civic: textOf(answered()) }, ['civic'], false))
    await screen.findByText(/^Civic side: handed in \(no. 2, by Ola, /)
    screen.getByText('State side: not handed in yet.')
    screen.getByText(/^The answers are shown beside each other when every side/)
    screen.getByText('The document has changed since')
    expect(screen.getAllByRole('region', { name: 'Civic side' })).toHaveLength(PRINCIPLES.length)
    expect(screen.queryByRole('region', { name: 'State side' })).toBeNull()
  })

  it('[UI-183] show, when all have filed, each principle with its obligation and each side’s answer, the civic side’s first, and no score', async () => {
    const civic = answered({ helpWanted: true, evidence: ['Minutes', 'Letters'], nextStep: 'Two meetings on the boats' })
    const state = answered({ howFar: 'fully' })
    const user = await show(viewOf({ civic: textOf(civic), state: textOf(state) }, ['civic', 'state'], true))
    const third = (await screen.findByRole('heading', { level: 2, name: /^3\. / })).closest('li')!
    const at = within(third)
    at.getByText(/^All groups concerned can take part/)
    at.getByText('The sides see this differently: something to talk about.')
    expect(at.getAllByRole('region').map((region) => within(region).getByRole('heading').textContent)).toEqual(['Civic side', 'State side'])
    const ours = within(at.getByRole('region', { name: 'Civic side' }))
    for (const words of ['Partly', 'Help wanted', 'Minutes', 'Letters', 'Two meetings on the boats']) ours.getByText(words)
    expect(screen.getAllByText('The sides see this differently: something to talk about.')).toHaveLength(1)
    expect(document.body.textContent).not.toMatch(/\d+ ?%|average|points/i)
    await user.click(screen.getAllByRole('button', { name: '1 earlier copy' })[0]!)
    expect(screen.getAllByText(/^no. 1, by Ola/).filter((filing) => !filing.closest('[hidden]'))).toHaveLength(1)
  })
})

describe('filing', () => {
  const documentView = { id: DOCUMENT, workspaceId: ID, kind: 'principles', side: 'civic', mySeat } as DocumentView
  const path = `POST /api/documents/${DOCUMENT}/filings`
  const show = async (doc: Y.Doc, view: PrinciplesView, answer: unknown) => {
    const server = new SetAnswers({ [`GET /api/workspaces/${ID}/principles`]: view, [path]: answer })
    const open = { view: documentView, live: {} as LiveDocument, doc, canEdit: true, isSynced: true }
    const page = (
      <OpenDocumentContext value={open}>
        <FilingSection />
      </OpenDocumentContext>
    )
    return { user: await showPage(page, { route: '/documents/:id', at: `/documents/${DOCUMENT}` }), server }
  }

  it('[UI-184] names what has to be answered first, each with the way to it', async () => {
    const doc = answered({ howFar: 'not_relevant' })
    setField(doc, 'principles', 'P11', 'lawMissing', true)
    await show(doc, viewOf({}, [], false), null)
    expect((await screen.findAllByRole('link', { name: /^\d+\. / })).map((link) => link.getAttribute('href'))).toEqual(
      ['P03', 'P11'].map((code) => `/documents/${DOCUMENT}?question=${code}`)
    )
    expect(screen.queryByRole('button', { name: 'Hand in our answers' })).toBeNull()
  })

  it('[UI-184] asks before it files, files what stands on the screen, and says when what is stored is something else', async () => {
    const doc = answered()
    const { user, server } = await show(doc, viewOf({}, [], false), new Refusal(409, 'changed_meanwhile'))
    await user.click(await screen.findByRole('button', { name: 'Hand in our answers' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Hand in your side’s answers?' }))
    await user.click(dialog.getByRole('button', { name: 'Hand in' }))
    await dialog.findByText(/^What is stored is not the same as what you see/)
    const contentHash = createHash('sha256').update(textOf(doc)).digest('hex')
    expect(server.acts).toMatchObject([{ operation: path, body: { contentHash }, key: expect.any(String) as string }])
  })

  it('[UI-184] files what stood there when it asked, not what came below the question', async () => {
    const doc = answered()
    const { user, server } = await show(doc, viewOf({}, [], false), new Refusal(409, 'changed_meanwhile'))
    await user.click(await screen.findByRole('button', { name: 'Hand in our answers' }))
    const contentHash = createHash('sha256').update(textOf(doc)).digest('hex')
    act(() => setField(doc, 'principles', 'P01', 'nextStep', 'Somebody else’s words'))
    const dialog = within(screen.getByRole('dialog', { name: 'Hand in your side’s answers?' }))
    await user.click(dialog.getByRole('button', { name: 'Hand in' }))
    await dialog.findByText(/^What is stored is not the same as what you see/)
    expect(server.acts).toMatchObject([{ operation: path, body: { contentHash } }])
    expect(dialog.queryByRole('button', { name: 'Hand in' })).toBeNull()
  })

  it('[UI-184] shows whoever may not file why, and another side’s document no way to file', async () => {
    const view = viewOf({}, [], false)
    const because = { rule: 'R-34', paragraph: '¶26, ¶41', sentence: 'ability.because.R-34' }
    await show(answered(), { ...view, mayFile: { allowed: false, because } }, null)
    await screen.findByText(/^You cannot hand in answers for your side\./)
    expect(screen.queryByRole('button', { name: 'Hand in our answers' })).toBeNull()
  })
})
