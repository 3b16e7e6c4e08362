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

it('[UI-217] coming back by a phrase has the name again when the page was left; [UI-219] neither the phrase nor the password', async () => {
  window.sessionStorage.clear()
  const { user, field } = await open()
  await user.type(field('Name or e-mail'), 'tomas')
  await user.type(field('Recovery phrase'), 'vista coconut')
  await user.type(field('New password'), 'seven herons crossing')
  expect(Object.values(window.sessionStorage)).toEqual(['"tomas"'])
  cleanup()
  const again = await open()
  expect(['Name or e-mail', 'Recovery phrase', 'New password'].map((label) => again.field(label).value)).toEqual(['tomas', '', ''])
})
