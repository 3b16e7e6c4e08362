import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import { createQueryClient, SESSION_KEY } from '../../lib/query-client.js'
import { Refusal, SetAnswers } from '../../../../test/support/screen.js'
import { keepInput } from '../../lib/kept-input.js'
import { NotTheirs, request } from '../../lib/request.js'
import { startSession, useSession } from './session.js'

const session = (handle: string) => ({
  person: {
    id: `0199a000-0000-7000-8000-${handle === 'mara' ? '000000000001' : '000000000002'}`,
    name: handle,
    handle,
    hasEmail: false,
    locale: 'en'
  },
  seats: [],
  rules: {},
  sampleData: false
})

function Page({ answer }: { readonly answer: () => Promise<string> }) {
  const { data } = useSession()
  const seen = useQuery({ queryKey: ['workspaces'], queryFn: answer, enabled: data?.person.handle === 'mara' })
  return <p>{`${data?.person.handle}: ${seen.data}`}</p>
}

describe('a session', () => {
  it('[SAVE-22] that somebody else has signed in over leaves the next nothing of the one before, an answer on its way included', async () => {
    let who = 'mara'
    const server = new SetAnswers({ 'GET /api/session': () => session(who) })
    const client = createQueryClient()
    let answer: (words: string) => void = () => undefined
    const late = new Promise<string>((resolve) => (answer = resolve))
    client.setQueryData(['document', 'one'], 'of Mara')
    keepInput(`${session('mara').person.id}/form`, 'of Mara')
    render(
      <QueryClientProvider client={client}>
        <Page answer={() => late} />
      </QueryClientProvider>
    )
    await screen.findByText('mara: undefined')
    expect(window.sessionStorage).toHaveLength(1)
    who = 'noor'
    await client.invalidateQueries({ queryKey: SESSION_KEY })
    await screen.findByText('noor: undefined')
    answer('of Mara')
    await waitFor(() => expect(server.asked.length).toBeGreaterThanOrEqual(2))
    await late
    expect(window.sessionStorage).toHaveLength(0)
    expect([client.getQueryData(['document', 'one']), client.getQueryData(['workspaces'])]).toEqual([undefined, undefined])
    expect(screen.getByText('noor: undefined')).toBeTruthy()
    client.clear()
  })

  it.each([
    ['an answer', { items: [] }],
    ['a refusal', new Refusal(401, 'not_signed_in')]
  ])('[UI-222] %s to what one person asked is given to nobody when another has signed in meanwhile', async (_what, late) => {
    let come: () => void = () => undefined
    const coming = new Promise<void>((resolve) => (come = resolve))
    new SetAnswers({ 'GET /api/sessions': late })
    const answered = globalThis.fetch
    globalThis.fetch = async (...asked) => {
      await coming
      return answered(...asked)
    }
    const asked = request('listSessions', {})
    const client = createQueryClient()
    await startSession(client, session('noor'))
    come()
    await expect(asked).rejects.toThrow(NotTheirs)
    globalThis.fetch = answered
    const own = request('listSessions', {})
    await (late instanceof Refusal ? expect(own).rejects.toMatchObject({ code: 'not_signed_in' }) : expect(own).resolves.toEqual(late))
    client.clear()
  })
})
