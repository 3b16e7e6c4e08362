import { useState } from 'react'
import { screen, waitFor } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../test/support/screen.js'
import { FinderPanel } from './finder-panel.js'

jest.mock('./theme.js', () => ({ THEMES: [], keepTheme: () => undefined }))

const pressed: string[] = []

function Page() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button onClick={() => setOpen(true)}>Find</button>
      <p data-act="">
        <button onClick={() => pressed.push('task')}>Add a task</button>
      </p>
      <div data-act="">
        <label htmlFor="quick">Add tasks quickly</label>
        <textarea id="quick" />
      </div>
      {isOpen && <FinderPanel onClose={() => setOpen(false)} onHelp={() => pressed.push('help')} onSignOut={() => undefined} />}
    </>
  )
}

describe('the finder on a page', () => {
  const { print } = window
  beforeAll(() => {
    Element.prototype.scrollIntoView = () => undefined
    window.print = () => void pressed.push('print')
  })
  afterAll(() => {
    window.print = print
  })
  beforeEach(() => {
    pressed.length = 0
    new SetAnswers({ 'POST /api/find': { found: [], isCut: false } })
  })

  const show = (at: string) => showPage(<Page />, { route: at, at })

  it.each([
    ['add task', ['Add a task', 'Add tasks quickly'], ['task']],
    ['keyboard', ['Help'], ['help']],
    ['help', ['Help'], ['help']],
    ['print', ['Print'], ['print']]
  ])('[UI-346] finds what can be done there by its words: %s', async (words, found, done) => {
    const user = await show('/documents/1')
    await user.click(screen.getByRole('button', { name: 'Find' }))
    await user.type(screen.getByRole('combobox'), words)
    expect(screen.getAllByRole('option').map((option) => option.querySelector('bdi')?.textContent)).toEqual(found)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(pressed).toEqual(done))
  })

  it('[UI-346] goes into the field that was looked for', async () => {
    const user = await show('/documents/1')
    await user.click(screen.getByRole('button', { name: 'Find' }))
    await user.type(screen.getByRole('combobox'), 'quickly')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.id).toBe('quick'))
  })

  it('[UI-346] offers nothing to print where there is no document', async () => {
    const user = await show('/initiatives')
    await user.click(screen.getByRole('button', { name: 'Find' }))
    await user.type(screen.getByRole('combobox'), 'print')
    await screen.findByText(/^Nothing is called that/)
  })
})
