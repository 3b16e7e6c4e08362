import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import type { FindAnswer, Found } from '@roundtable/shared/protocol'
import { act, screen, waitFor } from '@testing-library/react'
import { AgreementsPage } from './document-lists.js'
import { Finder } from './finder.js'

const ID = '0199a000-0000-7000-8000-000000000001'
const document = (title: string): Found => ({
  ...{ kind: 'document', title, workspaceId: ID, workspaceTitle: 'Rivers', country: 'XS' },
  ...{ documentId: ID, documentTitle: title, documentKind: 'plain', key: '', code: '', number: null }
})

/** A server that answers when it is told to, in any order. */
class SlowServer {
  readonly numbers: (number | null)[] = []
  readonly #waiting = new Map<string, (answer: FindAnswer) => void>()

  constructor() {
    Object.assign(globalThis, {
      fetch: (_address: string, init: RequestInit) => {
        const { words, number } = JSON.parse(init.body as string) as { words: string; number: number | null }
        this.numbers.push(number)
        return new Promise((resolve) =>
          this.#waiting.set(words, (answer) => resolve({ ok: true, status: 200, json: () => Promise.resolve(answer) }))
        )
      }
    })
  }

  asked = (words: string) => waitFor(() => expect(this.#waiting.has(words)).toBe(true))

  answers = (words: string, ...found: Found[]) =>
    act(async () => {
      this.#waiting.get(words)?.({ found, isCut: false })
      await Promise.resolve()
    })
}

const names = () => screen.queryAllByRole('option').map((option) => option.querySelector('bdi')?.textContent)

describe('the finder', () => {
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined
  })

  it('[UI-213] an answer that comes late is not shown for newer words', async () => {
    const server = new SlowServer()
    const user = await showPage(<Finder commands={[]} onGo={() => undefined} onClose={() => undefined} />, { route: '/', at: '/' })
    const field = screen.getByRole('combobox')
    await user.type(field, 'well')
    await server.asked('well')
    await user.clear(field)
    await user.type(field, 'road')
    await server.asked('road')
    await server.answers('road', document('Roads'))
    await waitFor(() => expect(names()).toEqual(['Roads']))
    await server.answers('well', document('Wells'))
    expect(names()).toEqual(['Roads'])
  })

  it('[UI-266] “clause 3” is the clause of that number, and what has that number is shown with it', async () => {
    const server = new SlowServer()
    const user = await showPage(<Finder commands={[]} onGo={() => undefined} onClose={() => undefined} />, { route: '/', at: '/' })
    await user.type(screen.getByRole('combobox'), 'Clause 3')
    await server.asked('Clause 3')
    const clause = (number: number, title: string): Found => ({ ...document(title), kind: 'clause', key: title, number })
    await server.answers('Clause 3', clause(3, 'The people concerned'), clause(4, 'Our clause 3'))
    await waitFor(() => expect(names()).toEqual(['3. The people concerned', '4. Our clause 3']))
    expect(server.numbers.at(-1)).toBe(3)
  })

  it('[UI-212] the arrow keys go through what is found while the field keeps the focus; Enter takes it', async () => {
    new SlowServer()
    const ran: string[] = []
    const commands = ['Help', 'Sign out'].map((name) => ({ id: name, name, run: () => ran.push(name) }))
    const user = await showPage(<Finder commands={commands} onGo={() => undefined} onClose={() => undefined} />, { route: '/', at: '/' })
    const field = screen.getByRole('combobox')
    expect(field.getAttribute('aria-activedescendant')).toBeNull()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id)
    expect(globalThis.document.activeElement).toBe(field)
    await user.keyboard('{Enter}')
    expect(ran).toEqual(['Sign out'])
  })
})

it('[UI-277] a card of a list names initiative and country without a bracket in a bracket', async () => {
  const place = { id: ID, workspaceId: ID, workspaceTitle: 'Clean water', country: 'XS' }
  const state = { kind: 'agreement', title: 'Readings', stage: null, side: null, isKept: false, state: 'draft', right: 'edit' }
  new SetAnswers({
    'GET /api/documents?kind=agreement': { items: [{ ...place, ...state, changedAt: '2026-11-28T10:00:00Z' }], isCut: false }
  })
  await showPage(<AgreementsPage />, { route: '/agreements', at: '/agreements' })
  expect(await screen.findByText('Clean water · Selara (made up)')).toBeTruthy()
})
