import { screen } from '@testing-library/react'
import { useQueryClient } from '@tanstack/react-query'
import { Refusal, SetAnswers, showPage } from '../../../../test/support/screen.js'
import { SESSION_KEY } from '../../lib/query-client.js'
import { SignInPage } from './sign-in-page.js'

/** Nobody is signed in, as the shell around every page has found out. */
function Known() {
  const client = useQueryClient()
  client.setQueryData(SESSION_KEY, null)
  return <SignInPage />
}

it('[UI-371] whoever opened another address than Roundtable goes by is told where it is, with a link to the same page there', async () => {
  new SetAnswers({ 'POST /api/session': new Refusal(403, 'other_address', { address: 'https://roundtable.example' }) })
  const user = await showPage(<Known />, { route: '/sign-in', at: '/sign-in' })
  await user.type(screen.getByLabelText('User name or e-mail'), 'asel')
  await user.type(screen.getByLabelText('Password'), 'seven herons crossing')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect((await screen.findByRole('alert')).textContent).toContain('This Roundtable is now at https://roundtable.example.')
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'https://roundtable.example' }).href).toBe('https://roundtable.example/')
})
