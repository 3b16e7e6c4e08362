import '../../../test/support/browser-globals.js'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { BrowserRouter, Link, Route, Routes } from 'react-router'
import { startCatalogue } from '../locales/catalogue.js'
import { AskBeforeLeaving } from './ask-before-leaving.js'

async function show() {
  window.history.pushState(null, '', '/elsewhere')
  window.history.pushState(null, '', '/phrase')
  render(
    <I18nextProvider i18n={await startCatalogue('en')}>
      <BrowserRouter>
        <Link to="/elsewhere">Away</Link>
        <a href="#main">Down</a>
        <Routes>
          <Route path="/phrase" element={<AskBeforeLeaving />} />
          <Route path="/elsewhere" element={<p>elsewhere</p>} />
        </Routes>
      </BrowserRouter>
    </I18nextProvider>
  )
  return userEvent.setup()
}

const asked = () => screen.findByRole('alertdialog', { name: 'Leave without the phrase?' })
const button = (name: string) => screen.getByRole('button', { name })

describe('what is shown this once', () => {
  it('[UI-220] is left by a link when that was asked about, and stays when it is to', async () => {
    const user = await show()
    await user.click(screen.getByText('Down'))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    await user.click(screen.getByText('Away'))
    await asked()
    await user.click(button('Stay here'))
    expect(window.location.pathname).toBe('/phrase')
    await user.click(screen.getByText('Away'))
    await asked()
    await user.click(button('Leave'))
    expect(await screen.findByText('elsewhere')).toBeTruthy()
  })

  it('[UI-220] is left by Back when that was asked about, and stays when it is to', async () => {
    const user = await show()
    for (const answer of ['Stay here', 'Leave']) {
      window.history.back()
      await asked()
      expect(window.location.pathname).toBe('/phrase')
      await user.click(button(answer))
    }
    expect(await screen.findByText('elsewhere')).toBeTruthy()
  })
})
