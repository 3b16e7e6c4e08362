import { QueryObserver } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import { createQueryClient } from './query-client.js'
import { Unreachable } from './request.js'

describe('what was fetched', () => {
  const clients: ReturnType<typeof createQueryClient>[] = []
  afterEach(() => {
    jest.restoreAllMocks()
    for (const client of clients.splice(0)) client.clear()
  })

  /** A page that shows what the answers give, asked once for each. */
  async function shown(answers: readonly (() => Promise<string>)[]) {
    const client = createQueryClient()
    clients.push(client)
    const left = [...answers]
    const page = new QueryObserver(client, { queryKey: ['page'], queryFn: () => left.shift()!(), enabled: false })
    for (let asked = 0; asked < answers.length; asked++) await page.refetch()
    const { data, error } = page.getCurrentResult()
    page.destroy()
    return { data, error, left: left.length }
  }

  it('[UI-97] without a network is not asked for again and again: the failure is there at once, and what was there stays', async () => {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { data, error } = await shown([() => Promise.resolve('before'), () => Promise.reject(new Unreachable('no answer'))])
    expect(data).toBe('before')
    expect(error).toBeInstanceOf(Unreachable)
  })

  it('[UI-97] is not shown any more when the server says that one may not know of it', async () => {
    const { data, error } = await shown([() => Promise.resolve('before'), () => Promise.reject(new RoundtableError('not_found'))])
    expect(data).toBeUndefined()
    expect(error).toBeInstanceOf(RoundtableError)
  })
})
