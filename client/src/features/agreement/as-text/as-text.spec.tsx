import { addClause, clauseDefinition, readDocument } from '@roundtable/shared/document'
import { screen, waitFor, within } from '@testing-library/react'
import type { ContextType } from 'react'
import * as Y from 'yjs'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { OpenDocumentContext } from '../../document/index.js'
import { ClauseText } from '../clause-text.js'
import { AgreementAsText } from './agreement-as-text.js'
import { AnswersAsText } from './answers-as-text.js'

type Open = NonNullable<ContextType<typeof OpenDocumentContext>>

const DOCUMENT = '01999999-0000-7000-8000-000000000001'
const AT = `/documents/${DOCUMENT}`

/** An agreement of three clauses, of which the last one is at the given address. */
async function show(part: 'text' | 'clause', { canEdit = false, hash = '' } = {}) {
  const doc = new Y.Doc()
  let made = 0
  for (const code of ['C01', 'C06', 'C04']) addClause(doc, { newId: () => `id-${(made += 1)}` }, { code })
  const { clauses } = readDocument('agreement', doc)
  new SetAnswers({})
  const open = { doc, canEdit, view: { id: DOCUMENT, kind: 'agreement' } } as unknown as Open
  const third = clauses.at(-1)!
  const handles = { name: '', index: 0, entries: [], onMove: () => undefined, onRemove: () => undefined }
  const user = await showPage(
    <OpenDocumentContext value={open}>
      {part === 'text' ? (
        <AgreementAsText clauses={clauses} />
      ) : (
        <ClauseText clause={third} takesFocus={false} handles={handles} clauses={clauses} />
      )}
    </OpenDocumentContext>,
    { route: '/documents/:id', at: `${AT}?as=text${hash}` }
  )
  return { user, third }
}

describe('an agreement that is read', () => {
  it('[UI-265] a clause has its number in its heading, and leads to the text just there', async () => {
    const { third } = await show('clause')
    expect(screen.getByRole('heading', { level: 2 }).textContent).toMatch(/^3\. \S/)
    expect(screen.getByRole('link', { name: 'Read this as text' }).getAttribute('href')).toBe(`${AT}?as=text#text-${third.id}`)
  })

  it('[UI-265] the text begins with its clauses as links, each of which gives the focus to its clause', async () => {
    const { user } = await show('text')
    const list = screen.getByRole('navigation', { name: 'Clauses' })
    const links = within(list).getAllByRole('link')
    expect(links.map((link) => link.textContent.split('.')[0])).toEqual(['1', '2', '3'])
    await user.click(links[1]!)
    await waitFor(() => expect(document.activeElement?.textContent).toBe(links[1]!.textContent))
    expect(document.activeElement?.tagName).toBe('H3')
  })

  it.each([
    [true, 'Back to writing and answering'],
    [false, 'Back to the clauses']
  ])('[UI-268] the way back says what one may do there (may write: %s)', async (canEdit, name) => {
    await show('text', { canEdit })
    expect(screen.getByRole('link', { name: /^Back to/ }).textContent).toBe(name)
    expect(screen.queryByText(/in the editor/)).toBeNull()
  })

  it('[UI-265] the address of a clause in the text is led to when one comes by it', async () => {
    const { third } = await show('text', { hash: '#text-id-5' })
    expect(third.id).toBe('id-5')
    await waitFor(() => expect(document.activeElement?.id).toBe('text-id-5'))
  })

  it('[UI-446] several answers within a row of a table stand on one line, apart from the columns that follow', async () => {
    const cells = { name: 'Readings', variables: ['turbidity', 'E. coli', 'date'], period: '2027' }
    const { fields } = clauseDefinition('C09')!
    await showPage(<AnswersAsText code="C09" definitions={fields} fields={{ dataset: [{ id: 'r', cells }] }} />, { route: '/', at: '/' })
    const row = screen.getAllByRole('listitem')[0]!
    expect([...row.querySelectorAll('p')].map(({ textContent }) => textContent)).toContain('What is recorded: turbidity, E. coli and date')
    expect(row.textContent).not.toContain('\n')
  })
})
