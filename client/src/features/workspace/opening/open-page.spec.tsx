import { screen, waitFor } from '@testing-library/react'
import { SetAnswers, showPage } from '../../../../../test/support/screen.js'
import { useSession } from '../../identity/index.js'
import { OpenPage } from './open-page.js'

const person = { id: '0199a000-0000-4000-8000-000000000009', name: 'Asel', handle: 'asel', hasEmail: false, locale: 'en' }
const SESSION = { person, seats: [], rules: {}, sampleData: false }

/** It is known who is signed in, as it is below the shell. */
function Known() {
  return useSession().data ? <OpenPage /> : null
}

async function open(session: object = SESSION) {
  window.sessionStorage.clear()
  const server = new SetAnswers({ 'GET /api/session': session, 'GET /api/home': { country: 'KE' } })
  const user = await showPage(<Known />, { route: '/open', at: '/open' })
  const country = await screen.findByRole<HTMLInputElement>('combobox', { name: /Country/ })
  await waitFor(() => expect(country.value).toBe('Kenya'))
  return { server, user, country }
}

it('[UI-377] the country of the set-up is chosen beforehand, and can be taken away', async () => {
  const { server, user, country } = await open()
  await user.clear(country)
  await user.tab()
  expect(country.value).toBe('')
  await user.click(screen.getByRole('button', { name: 'Start it' }))
  expect(screen.getByText('Choose a country from the list.')).toBeTruthy()
  expect(server.acts).toEqual([])
})

it('[UI-378] fields that come after a refusal are not said to be empty before they could be filled in', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Start it' }))
  await user.click(screen.getByLabelText('A civil society organisation'))
  const organisation = screen.getByLabelText('Name of the organisation')
  expect(organisation.getAttribute('aria-invalid')).not.toBe('true')
  await user.click(screen.getByRole('button', { name: 'Start it' }))
  expect(organisation.getAttribute('aria-invalid')).toBe('true')
})

it('[UI-379] an operator who sits on no side is told who has to start an initiative, and nobody else is', async () => {
  await open({ ...SESSION, isOperator: true })
  expect(screen.getByText(/An initiative is started by one of its sides/)).toBeTruthy()
})

it('[UI-379] whoever is no operator is told nothing of it', async () => {
  await open()
  expect(screen.queryByText(/An initiative is started by one of its sides/)).toBeNull()
})
