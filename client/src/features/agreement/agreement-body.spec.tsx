import { addClause, moveClause, part, readDocument, removeClause, setField } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import * as Y from 'yjs'
import { SetAnswers, showPage, spoken } from '../../../../test/support/screen.js'
import type { LiveDocument } from '../../connection/index.js'
import { useAnnounce } from '../../ui/announcer.js'
import { OpenDocumentContext, useOwnStep, useTakenBack } from '../document/index.js'
import { AgreementBody } from './agreement-body.js'

// The editor of rich texts is for a browser: here it never comes.
const mockChunk = { value: null, isMissing: false, isFetching: true }
jest.mock('../document/rich-text/fetched-editor.js', () => ({
  editorChunk: { getSnapshot: () => mockChunk, subscribe: () => () => undefined, load: () => undefined }
}))

/** A screen with room for two parts beside each other. */
const media = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
beforeAll(() => void Object.assign(window, { matchMedia: () => media }))

function Undo() {
  const announce = useAnnounce()
  const take = useTakenBack()
  const { undo } = useOwnStep()
  return <button onClick={() => announce(take('undo', undo)?.sentence ?? '')}>Undo</button>
}

/** An agreement of these clauses, at one of them, at none ('') or as text (null). */
async function show(codes: readonly string[], chosen: string | null) {
  const doc = new Y.Doc()
  for (const code of codes) addClause(doc, { newId: () => `id-${code}` }, { code })
  new SetAnswers({})
  const view = { id: 'd', workspaceId: 'w', kind: 'agreement' } as DocumentView
  const live = { release: () => undefined } as unknown as LiveDocument
  const open = { view, live, doc, canEdit: true, isSynced: true }
  const user = await showPage(
    <OpenDocumentContext value={open}>
      <Undo />
      <AgreementBody />
    </OpenDocumentContext>,
    { route: '/documents/:id', at: `/documents/d?${chosen === null ? 'as=text' : chosen && `clause=id-${chosen}`}` }
  )
  return { doc, user }
}

const clause = (number: number) => screen.getByRole('heading', { level: 2, name: new RegExp(`^${number}\\. `) })

describe('clauses in their order', () => {
  it('[UI-400] move with their place among all, and where the button goes no further the heading has the focus', async () => {
    const { user } = await show(['C01', 'C04', 'C05', 'C06'], 'C04')
    const down = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Move down/ })
    const name = down().getAttribute('aria-label')!.replace('Move down: ', '')
    while (!down().disabled) {
      const place = Number(document.querySelector('#clause-title')!.textContent[0]) + 1
      await user.click(down())
      expect([clause(place).textContent, spoken()]).toEqual([`${place}. ${name}`, `${name}: now ${place} of 4.`])
    }
    await waitFor(() => expect(document.activeElement?.id).toBe('clause-title'))
  })

  it('[UI-400] leave the focus to what stands in their place, and the address before they go', async () => {
    const { user } = await show(['C04', 'C05'], 'C04')
    let changes = 0
    const watch = new MutationObserver(() => changes++)
    watch.observe(document.querySelector('.agreement')!.previousElementSibling!, { childList: true })
    for (const next of [/^1\. /, /^Clauses$/]) {
      await user.click(screen.getByRole('button', { name: /^Move or remove/ }))
      await user.click(screen.getByRole('menuitem', { name: 'Remove…' }))
      await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }))
      await waitFor(() => expect(document.activeElement?.textContent).toMatch(next))
    }
    watch.disconnect()
    expect(changes).toBe(0)
  })
})

describe('a clause that has nowhere to go', () => {
  it('[UI-460] is said to be the only one under its heading, and one of one’s own where those stand', async () => {
    const { doc } = await show(['C01', 'own'], 'own')
    const handles = () =>
      ['Move up', 'Move down'].map((way) => screen.getByRole<HTMLButtonElement>('button', { name: RegExp(way) }).disabled)
    const own = 'Clauses in your own words stand together at the end, under “Also agreed”, and can be moved among each other'
    screen.getByText(`${own}. This is the only one.`)
    expect(handles()).toEqual([true, true])
    act(() => void addClause(doc, { newId: () => 'id-another' }, { code: 'own' }))
    screen.getByText(`${own}.`)
    expect(handles()).toEqual([true, false])
  })

  it('[UI-460] of the catalogue is said to be alone under its heading, and nothing is said where it has others beside it', async () => {
    const { doc } = await show(['C01', 'C04'], 'C04')
    const said = () => screen.queryByText(/^Clauses are moved within their heading/)?.textContent
    expect(said()).toBeUndefined()
    act(() => removeClause(doc, 'id-C01'))
    expect(said()).toBe('Clauses are moved within their heading. This is the only one under “Who we are and what we want”.')
  })
})

describe('the clauses that can be added', () => {
  it('[UI-461] begin with one in one’s own words', async () => {
    const { doc, user } = await show(['C01'], 'C01')
    await user.click(screen.getByRole('button', { name: 'Add a clause' }))
    const first = screen.getAllByRole('menuitem')[0]!
    expect(first.textContent).toBe('A clause in your own words')
    await user.click(first)
    expect(readDocument('agreement', doc).clauses.map(({ code }) => code)).toEqual(['C01', 'own'])
  })
})

describe('whoever goes back to the clauses', () => {
  afterEach(() => Object.assign(media, { matches: true }))

  it('[UI-463] from the text comes to their heading', async () => {
    const { user } = await show(['C01', 'C04'], null)
    await user.click(screen.getByRole('link', { name: 'Back to writing and answering' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('clauses-title'))
  })

  it('[UI-463] on a phone comes to the clause they were at, and to none when they come by an address', async () => {
    media.matches = false
    const { user } = await show(['C01', 'C04', 'C21'], 'C04')
    await waitFor(() => expect(document.activeElement?.id).toBe('clause-title'))
    await user.click(screen.getByRole('link', { name: 'All clauses' }))
    await waitFor(() => expect(document.activeElement?.getAttribute('href')).toBe('/documents/d?clause=id-C04'))
    cleanup()
    await show(['C01', 'C04'], '')
    screen.getByRole('heading', { name: 'Clauses' })
    expect(document.activeElement).toBe(document.body)
  })
})

describe('what is undone in an agreement', () => {
  it.each(['C05', null])(
    '[UI-408] is said by clause and by what of it is otherwise, in the editor and in the text (%s)',
    async (chosen) => {
      const { doc, user } = await show(['C01', 'C04', 'C21', 'C05'], chosen)
      act(() => setField(doc, 'agreement', 'id-C21', 'minimumCount', 5))
      act(() => part(doc, 'agreement', 'id-C21', 'text')!.insert(0, [new Y.XmlElement('paragraph')]))
      act(() => moveClause(doc, 'id-C05', { after: null }))
      const undo = async () => {
        await user.click(screen.getByRole('button', { name: 'Undo' }))
        return spoken()
      }
      expect([await undo(), await undo(), await undo()]).toEqual([
        'Undone: The community’s authority moved back to 3 of 4.',
        'Undone in Small numbers: the text.',
        'Undone in Small numbers: Smallest number shown.'
      ])
    }
  )
})

describe('a clause that does not arise', () => {
  it('[UI-410] is asked why; Escape leads back while nothing is written, and what a reason leaves out is said', async () => {
    const { doc, user } = await show(['C41'], 'C41')
    const button = () => screen.getByRole('button', { name: 'This does not arise here…' })
    const asked = () => document.querySelectorAll('#fields-title ~ [data-place]').length
    const before = asked()
    expect(before).toBeGreaterThan(0)
    await user.click(button())
    const why = () => screen.getByLabelText('We agree that this does not arise, because')
    await waitFor(() => expect(document.activeElement).toBe(why()))
    await user.keyboard('No{Escape}')
    expect(document.activeElement).toBe(why())
    await user.keyboard('{Backspace}{Backspace}{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(button()))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(why()))
    await user.keyboard('No money is paid.')
    expect(asked()).toBe(before)
    await user.tab()
    expect([asked(), spoken()]).toEqual([0, 'The answers of this clause are left out as long as this reason stands.'])
    expect(readDocument('agreement', doc).clauses[0]?.notArising).toBe('No money is paid.')
  })
})

describe('an agreement on paper', () => {
  it('[UI-318] is whole, and what stands in a field of its editor stays there', async () => {
    const { doc, user } = await show(['C02', 'C14', 'C21'], 'C21')
    const field = screen.getByLabelText<HTMLInputElement>(/^Smallest number shown/)
    await user.type(field, '12')
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    const text = within(screen.getByRole('article', { name: 'The agreement as text' }))
    expect(text.getAllByRole('heading', { level: 3 })).toHaveLength(3)
    expect(field.closest('.no-print')).not.toBeNull()
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(screen.queryByRole('article', { name: 'The agreement as text' })).toBeNull()
    expect([field.isConnected, field.value, field.closest('.no-print')]).toEqual([true, '12', null])
    expect(readDocument('agreement', doc).clauses.find(({ code }) => code === 'C21')?.fields.minimumCount).toBeUndefined()
  })
})
