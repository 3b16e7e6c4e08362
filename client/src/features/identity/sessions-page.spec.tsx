import { screen } from '@testing-library/react'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { SessionsPage } from './sessions-page.js'

const person = { id: '0199a000-0000-4000-8000-000000000009', name: 'Tomas', handle: 'tomas', hasEmail: false, locale: 'en' }

it('[UI-373] another phrase is made for the password alone, and shown with the user name as every phrase is', async () => {
  const renewed = jest.fn<unknown, []>()
  renewed
    .mockReturnValueOnce(new Refusal(401, 'wrong_credentials'))
    .mockReturnValueOnce(new Refusal(429, 'sign_in_throttled', { seconds: 15 }))
    .mockReturnValue({ newPhrase: 'one two three four five six' })
  const server = new SetAnswers({
    'GET /api/session': { person, seats: [], rules: {}, sampleData: false },
    'GET /api/sessions': { items: [] },
    'POST /api/session/phrase': renewed
  })
  const user = await showPage(<SessionsPage />, { route: '/sessions', at: '/sessions' })
  const make = async () => user.click(await screen.findByRole('button', { name: 'Make a new phrase' }))
  await make()
  expect([screen.getByText('Type your password.').textContent, server.acts]).toEqual(['Type your password.', []])
  await user.type(screen.getByLabelText('Your password'), 'seven herons crossing')
  await make()
  await screen.findByText('This is not your password.')
  await make()
  expect((await screen.findByRole('alert')).textContent).toContain('15 seconds')
  await make()
  await screen.findByRole('heading', { name: 'Keep your new phrase' })
  expect([...document.querySelectorAll('.secret')].map(({ textContent }) => textContent)).toEqual(['tomas', 'one two three four five six'])
  await user.click(screen.getByLabelText('I have printed it or written it down'))
  await user.click(screen.getByRole('button', { name: 'Go on' }))
  expect(await screen.findByRole('heading', { name: 'Where I am signed in' })).toBeTruthy()
})
