import '../../../test/support/browser-globals.js'
import { StrictMode, useState } from 'react'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { BrowserRouter, Link, Route, Routes } from 'react-router'
import { startCatalogue } from '../locales/catalogue.js'
import { hearBackFirst } from './back-step.js'
import { Dialog } from './dialog.js'
import { FormDialog } from './form-dialog.js'

function Tool() {
  const [open, setOpen] = useState<'help' | 'form' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <button onClick={() => setOpen('help')}>Help</button>
      <button onClick={() => setOpen('form')}>Write</button>
      <Dialog title="Help with this page" isOpen={open === 'help'} onClose={close}>
        <Link to="/third">Somewhere else</Link>
      </Dialog>
      {open === 'form' && (
        <FormDialog title="Words" submit="Send" error={null} isPending={false} onSubmit={close} onClose={close}>
          <input aria-label="Reason" />
        </FormDialog>
      )}
    </>
  )
}

async function show() {
  const catalogue = await startCatalogue('en')
  window.history.replaceState(null, '', '/first')
  render(
    <StrictMode>
      <I18nextProvider i18n={catalogue}>
        <BrowserRouter>
          <Tool />
          <Routes>
            <Route path="/first" element={<Link to="/second">On</Link>} />
            <Route path="*" element={<h1>The page behind</h1>} />
          </Routes>
        </BrowserRouter>
      </I18nextProvider>
    </StrictMode>
  )
  const user = userEvent.setup()
  await user.click(screen.getByText('On'))
  return { user, steps: window.history.length }
}

const goBack = () => window.history.back()
const dialog = () => screen.queryByRole('dialog')
const behind = () => document.querySelector('h1')?.textContent

describe('what is open over a page', () => {
  beforeAll(hearBackFirst)
  afterEach(cleanup)

  it('[UI-421] is closed by Back, and the page stays; the next Back is the page’s', async () => {
    const { user, steps } = await show()
    await user.click(screen.getByText('Help'))
    goBack()
    await waitFor(() => expect([dialog(), window.location.pathname]).toEqual([null, '/second']))
    expect([behind(), window.history.length]).toEqual(['The page behind', steps])
    goBack()
    await screen.findByText('On')
    expect(window.location.pathname).toBe('/first')
  })

  it('[UI-421] is closed by a key and leaves no step behind', async () => {
    const { user, steps } = await show()
    await user.click(screen.getByText('Help'))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(dialog()).toBeNull())
    expect(window.history.length).toBe(steps)
    goBack()
    await screen.findByText('On')
  })

  it('[UI-421] goes with the page that it stands over', async () => {
    const { user } = await show()
    await user.click(screen.getByText('Help'))
    await user.click(screen.getByText('Somewhere else'))
    await waitFor(() => expect([dialog(), window.location.pathname]).toEqual([null, '/third']))
  })

  it('[UI-421] where something was typed the first Back asks, as the Escape key does', async () => {
    const { user } = await show()
    await user.click(screen.getByText('Write'))
    await user.type(screen.getByLabelText('Reason'), 'We are three')
    goBack()
    await screen.findByText(/^What you typed here is not sent/)
    await waitFor(() => expect(window.location.pathname).toBe('/second'))
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('We are three')
    goBack()
    await waitFor(() => expect([dialog(), window.location.pathname]).toEqual([null, '/second']))
  })
})
