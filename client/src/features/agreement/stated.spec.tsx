import { addClause, readDocument, setCell, type Clause, type Row } from '@roundtable/shared/document'
import { act, screen, waitFor } from '@testing-library/react'
import type { ContextType } from 'react'
import * as Y from 'yjs'
import { Refusal, SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import { OpenDocumentContext } from '../document/index.js'
import { PartiesFromSides } from './parties-from-sides.js'
import { Stated } from './stated.js'

type Open = NonNullable<ContextType<typeof OpenDocumentContext>>

const ID = '01999999-0000-7000-8000-000000000001'
const ROOM = '01999999-0000-7000-8000-000000000002'
const because = { rule: 'R-13', paragraph: '¶23', sentence: 'ability.because.R-13' }
const facts = (unsignable: object | null) => ({
  content: { hash: 'ab'.repeat(32), change: 12, readAt: '2027-01-01T10:00:00.000Z' },
  template: { name: 'Office', version: '1.2.0' },
  workspaceKind: 'initiative',
  modality: 'M3',
  leadKind: null,
  whoDecides: 'decides.M3',
  unsignable
})

async function show(code: string, answers: Record<string, unknown>) {
  const doc = new Y.Doc()
  let made = 0
  addClause(doc, { newId: () => `id-${(made += 1)}` }, { code })
  const clause = (): Clause => readDocument('agreement', doc).clauses[0]!
  const server = new SetAnswers(answers)
  const live = { release: () => undefined }
  const open = { doc, live, canEdit: true, view: { id: ID, workspaceId: ROOM, kind: 'agreement' } } as unknown as Open
  const user = await showPage(
    <OpenDocumentContext value={open}>
      <Stated code={code} />
      {code === 'C04' && <PartiesFromSides clause={clause()} />}
    </OpenDocumentContext>,
    { route: '/', at: '/' }
  )
  return { user, server, doc, clause }
}

describe('what only the server states', () => {
  const DOOR = `GET /api/documents/${ID}/facts`

  it('[UI-160] stands above the fields of its clause: fingerprint, version and template; the modality and its rule; signatures', async () => {
    await show('C01', { [DOOR]: facts(because) })
    expect(await screen.findByText('ab'.repeat(32))).toBeTruthy()
    expect(screen.getByText('Office, version 1.2.0')).toBeTruthy()
    expect(screen.getByText(/^Change 12 of a text that is still being written/)).toBeTruthy()
  })

  it('[UI-160] says the modality and who decides', async () => {
    await show('C02', { [DOOR]: facts(because) })
    expect(await screen.findByText(/^Co-creation: both sides/)).toBeTruthy()
    expect(screen.getByText('Who decides here:')).toBeTruthy()
  })

  it('[UI-160] says that nobody has signed, and why nobody can yet', async () => {
    await show('C43', { [DOOR]: facts(because) })
    expect((await screen.findByText(/^Nobody has signed\./)).textContent).toContain('Only a frozen version can be signed.')
  })

  it('[UI-160] asks for nothing where a clause has no such facts', async () => {
    const { server } = await show('C05', {})
    expect(server.asked).toEqual([])
  })
})

describe('what the server states when it does not come', () => {
  it('[UI-160] is said not to have come, and is asked for again at the press of a button', async () => {
    let answer: unknown = new Refusal(404, 'not_found')
    const { user } = await show('C01', { [`GET /api/documents/${ID}/facts`]: () => answer })
    expect(await screen.findByRole('alert')).toBeTruthy()
    answer = facts(because)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('ab'.repeat(32))).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('parties from the sides', () => {
  const DOOR = `GET /api/workspaces/${ROOM}/people`
  const allowed = { allowed: true, because }
  const member = {
    id: ID,
    workspaceId: ROOM,
    side: 'civic',
    role: 'CSO',
    name: 'Somebody',
    organisation: 'River Watch',
    organisationKind: 'cso',
    mandateExpiresAt: null,
    isMine: true,
    isFunder: false,
    isProvisional: false,
    mandateGivenBy: null,
    mandateNote: '',
    mandateExpired: false,
    mandateWarning: null,
    manage: allowed
  }

  it('[UI-162] are written at the press of a button, which says how many were added', async () => {
    const { user, clause } = await show('C04', {
      [DOOR]: { members: [member], invitable: [], protocols: [], mayRecordProtocol: false, ended: [] }
    })
    await user.click(screen.getByRole('button', { name: 'Parties from the sides' }))
    await waitFor(() => expect(spoken()).toMatch(/^One party was added/))
    expect(clause().fields.party).toHaveLength(1)
  })

  it('[UI-315] are taken back in one, as the last step of the document, save for those in which others have written since', async () => {
    const { user, doc, clause } = await show('C04', {
      [DOOR]: {
        members: [member, { ...member, organisation: 'A Fund' }],
        invitable: [],
        protocols: [],
        mayRecordProtocol: false,
        ended: []
      }
    })
    const fill = screen.getByRole('button', { name: 'Parties from the sides' })
    const takeBack = { name: 'Take the added parties out again' }
    await user.click(fill)
    await screen.findByRole('button', takeBack)
    const rows = clause().fields.party as readonly Row[]
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
    setCell(theirs, 'agreement', clause().id, { field: 'party', row: rows[0]!.id, cell: 'contact' }, 'at the bridge')
    act(() => Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs)))
    await user.click(screen.getByRole('button', takeBack))
    expect(spoken()).toBe('One party was taken out again. One stays, for somebody has written in it.')
    expect(clause().fields.party).toEqual([{ id: rows[0]!.id, cells: { ...rows[0]!.cells, contact: 'at the bridge' } }])
    expect(screen.queryByRole('button', takeBack)).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(fill))
  })

  it('[UI-315] are not taken back there once something else was done', async () => {
    const { user, doc, clause } = await show('C04', {
      [DOOR]: { members: [member], invitable: [], protocols: [], mayRecordProtocol: false, ended: [] }
    })
    await user.click(screen.getByRole('button', { name: 'Parties from the sides' }))
    await screen.findByRole('button', { name: 'Take the added parties out again' })
    act(() => void addClause(doc, { newId: () => 'another' }, { code: 'C05' }))
    expect(screen.queryByRole('button', { name: 'Take the added parties out again' })).toBeNull()
    expect(clause().fields.party).toHaveLength(1)
  })

  it('[UI-162] a list of people that does not come changes nothing and says so', async () => {
    const { user, clause } = await show('C04', { [DOOR]: new Refusal(404, 'not_found') })
    await user.click(screen.getByRole('button', { name: 'Parties from the sides' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(clause().fields.party).toBeUndefined()
  })
})
