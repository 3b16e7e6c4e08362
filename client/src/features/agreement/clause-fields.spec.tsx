import { addClause, readDocument, removeClause, setField } from '@roundtable/shared/document'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ContextType } from 'react'
import { I18nextProvider } from 'react-i18next'
import * as Y from 'yjs'
import { Drafts } from '../../connection/drafts.js'
import { startCatalogue } from '../../locales/catalogue.js'
import { DraftKeeperContext } from '../../ui/draft-keeper.js'
import { OpenDocumentContext, useEntries } from '../document/index.js'
import { ClauseFields } from './clause-fields.js'

// Comes along through the document feature's door, is not used here, and asks for more of a browser than jsdom has.
jest.mock('react-router', () => ({}))

type Open = NonNullable<ContextType<typeof OpenDocumentContext>>

function Fields({ doc, code }: { readonly doc: Y.Doc; readonly code: string }) {
  const clause = useEntries(doc, 'agreement').clauses.find((one) => one.code === code)
  return clause ? <ClauseFields clause={clause} /> : null
}

/** The fields of one clause of an agreement; `handedBack` is what reached the recovered-text panel. */
async function open(code: string) {
  const doc = new Y.Doc()
  let made = 0
  for (const each of ['C14', 'C21', 'C41']) addClause(doc, { newId: () => `id-${(made += 1)}` }, { code: each })
  const catalogue = await startCatalogue('en')
  const handedBack: string[] = []
  const drafts = new Drafts(
    () => undefined,
    (text) => handedBack.push(text)
  )
  const page = (canEdit: boolean, shown = code) => (
    <I18nextProvider i18n={catalogue}>
      <OpenDocumentContext value={{ doc, canEdit } as Open}>
        <DraftKeeperContext value={drafts}>
          <Fields key={shown} doc={doc} code={shown} />
        </DraftKeeperContext>
      </OpenDocumentContext>
    </I18nextProvider>
  )
  const { rerender, unmount } = render(page(true))
  const stored = () => readDocument('agreement', doc).clauses.find((clause) => clause.code === code)!
  return { doc, drafts, handedBack, stored, rerender, unmount, page, user: userEvent.setup() }
}

const COUNT = 'Smallest number shown (needed)'

describe('what stands in a field', () => {
  it('[SAVE-5] is known as unsent from the first letter until it is taken', async () => {
    const { user, drafts, stored } = await open('C21')
    await user.type(screen.getByLabelText(COUNT), '1')
    expect(drafts.count).toBe(1)
    await user.type(screen.getByLabelText(COUNT), '0')
    await user.tab()
    expect(drafts.count).toBe(0)
    expect(stored().fields.minimumCount).toBe(10)
  })

  it('[SAVE-5] is no draft any more when it is taken back letter by letter', async () => {
    const { user, drafts } = await open('C21')
    await user.type(screen.getByLabelText(COUNT), '1{Backspace}')
    expect(drafts.count).toBe(0)
  })

  it('[UI-85] stays there when it is refused, with the reason beside it, until it is put right', async () => {
    const { user, drafts, stored } = await open('C21')
    await user.type(screen.getByLabelText(COUNT), '2')
    await user.tab()
    expect(screen.getByLabelText<HTMLInputElement>(COUNT).value).toBe('2')
    expect(screen.getByRole('alert').textContent).toBe('This is not a whole number in the range. It was not saved.')
    expect(screen.getByLabelText(COUNT).getAttribute('aria-invalid')).toBe('true')
    expect([drafts.count, stored().fields.minimumCount]).toEqual([1, undefined])
    await user.type(screen.getByLabelText(COUNT), '5{Enter}')
    expect(screen.queryByRole('alert')).toBeNull()
    expect([drafts.count, stored().fields.minimumCount]).toEqual([0, 25])
  })

  it('[UI-85] says so too where a reason that a clause does not arise is refused', async () => {
    const { user, stored } = await open('C21')
    await user.click(screen.getByRole('button', { name: 'This does not arise here…' }))
    await user.click(screen.getByLabelText('We agree that this does not arise, because'))
    await user.paste('x'.repeat(10_001))
    await user.tab()
    expect(screen.getByRole('alert').textContent).toContain('It was not saved.')
    expect(stored().notArising).toBeNull()
  })

  it('[UI-296] the buttons around “does not arise” leave the focus at what comes of them', async () => {
    const { user } = await open('C21')
    await user.click(screen.getByRole('button', { name: 'This does not arise here…' }))
    const reason = screen.getByLabelText('We agree that this does not arise, because')
    await waitFor(() => expect(document.activeElement).toBe(reason))
    await user.paste('We have no such data')
    await user.tab()
    await user.click(screen.getByRole('button', { name: 'It does arise: answer it' }))
    await waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('We agree that this does not arise, because')))
  })

  it('[DOC-69] a day before the one it follows is said beside it and to be too early where it says what is needed, until one of the two is put right', async () => {
    const { user, doc, stored } = await open('C41')
    setField(doc, 'agreement', stored().id, 'start', '2027-03-03')
    act(() => setField(doc, 'agreement', stored().id, 'end', '2027-03-02'))
    const end = await screen.findByRole('group', { name: 'End (needed)' })
    await within(end.parentElement!).findByText('The end is before the start.')
    expect(screen.getByText(/^Still needed: /).textContent).toBe('Still needed: Reviewed on')
    expect(screen.getByText(/^Too early: /).textContent).toBe('Too early: End')
    await user.click(within(end).getByLabelText(/^year/))
    await user.keyboard('2028{Enter}')
    expect([stored().fields.end, screen.queryByText('The end is before the start.'), screen.queryByText(/^Too early/)]).toEqual([
      '2028-03-02',
      null,
      null
    ])
  })

  it('[SAVE-6] is handed over when the field goes from the page, and handed back when it cannot be', async () => {
    const { user, stored, rerender, page, handedBack } = await open('C21')
    await user.type(screen.getByLabelText(COUNT), '12')
    rerender(page(true, 'C14'))
    expect(stored().fields.minimumCount).toBe(12)
    rerender(page(true))
    await user.type(screen.getByLabelText('Rounded to'), '0')
    rerender(page(true, 'C14'))
    expect(stored().fields.rounding).toBeUndefined()
    expect(handedBack).toEqual(['Rounded to\n0'])
  })

  it('[SAVE-6] is handed back when somebody else removes the clause under it', async () => {
    const { user, doc, stored, handedBack, drafts } = await open('C21')
    await user.type(screen.getByLabelText(COUNT), '12')
    act(() => removeClause(doc, stored().id))
    expect(screen.queryByLabelText(COUNT)).toBeNull()
    expect(handedBack).toEqual([`${COUNT}\n12`])
    expect(drafts.count).toBe(0)
  })

  it('[SAVE-6] is not handed over any more once its keeper has taken it, and does not come back with the right', async () => {
    const { user, drafts, stored, rerender, page } = await open('C21')
    await user.type(screen.getByLabelText(COUNT), '12')
    expect(drafts.takeAll()).toEqual([`${COUNT}\n12`])
    await user.tab()
    expect(stored().fields.minimumCount).toBeUndefined()
    rerender(page(false))
    rerender(page(true))
    expect(screen.getByLabelText<HTMLInputElement>(COUNT).value).toBe('')
  })
})
