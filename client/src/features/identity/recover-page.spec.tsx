import { cleanup, screen } from '@testing-library/react'
import { useQueryClient } from '@tanstack/react-query'
import { SetAnswers, showPage } from '../../../../test/support/screen.js'
import { SESSION_KEY } from '../../lib/query-client.js'
import { RecoverPage } from './recover-page.js'

/** Nobody is signed in, as the shell around every page has found out. */
function Known() {
  const client = useQueryClient()
  client.setQueryData(SESSION_KEY, null)
  return <RecoverPage />
}

async function open() {
  new SetAnswers({})
  const user = await showPage(<Known />, { route: '/recover', at: '/recover' })
  const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
  return { user, field }
}

it('[UI-373] the new phrase has the card of every phrase: with the user name, to print, to copy, and to be ticked off', async () => {
  const person = { id: '0199a000-0000-4000-8000-000000000009', name: 'Tomas', handle: 'tomas', hasEmail: false, locale: 'en' }
  const session = { person, seats: [], rules: {}, sampleData: false }
  new SetAnswers({ 'POST /api/session/recover': { ...session, newPhrase: 'one two three four five six' } })
  const user = await showPage(<Known />, { route: '/recover', at: '/recover' })
  await user.type(screen.getByLabelText('User name or e-mail'), 'tomas')
  await user.type(screen.getByLabelText('Recovery phrase'), 'vista coconut')
  await user.type(screen.getByLabelText('New password'), 'seven herons crossing')
  await user.click(screen.getByRole('button', { name: 'Set the password and sign in' }))
  await screen.findByRole('heading', { name: 'Keep your new phrase' })
  expect([...document.querySelectorAll('.secret')].map(({ textContent }) => textContent)).toEqual(['tomas', 'one two three four five six'])
  for (const name of ['Copy both', 'Print']) expect(screen.getByRole('button', { name })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(screen.getByText('First print it or write it down, then tick the box.')).toBeTruthy()
  await user.click(screen.getByLabelText('I have printed it or written it down'))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect((await screen.findByTestId('elsewhere')).textContent).toBe('/initiatives')
})

it('[UI-217] coming back by a phrase has the name again when the page was left; [UI-219] neither the phrase nor the password', async () => {
  window.sessionStorage.clear()
  const { user, field } = await open()
  await user.type(field('User name or e-mail'), 'tomas')
  await user.type(field('Recovery phrase'), 'vista coconut')
  await user.type(field('New password'), 'seven herons crossing')
  expect(Object.values(window.sessionStorage)).toEqual(['"tomas"'])
  cleanup()
  const again = await open()
  expect(['User name or e-mail', 'Recovery phrase', 'New password'].map((label) => again.field(label).value)).toEqual(['tomas', '', ''])
})

it('[ID-85] whoever has neither phrase nor password is told whom to ask', async () => {
  await open()
  expect(screen.getByText(/ask whoever runs Roundtable for you. They can make you another phrase/)).toBeTruthy()
})
