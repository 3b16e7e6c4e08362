import type { QueryKey } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import { createQueryClient, SESSION_KEY } from '../lib/query-client.js'
import { Unreachable } from '../lib/request.js'
import { forgetKeptOf, keepAnswers } from './kept-answers.js'
import type { KeptAnswer, KeptStore } from './kept.js'

const mara = { person: { id: 'mara' } }
const noor = { person: { id: 'noor' } }
const KEY = ['document', 'one']

/** A store in memory; what is wiped is told by name. */
class Store implements KeptStore {
  readonly kept = new Map<string, KeptAnswer>()
  read = (person: string, key: QueryKey) => Promise.resolve(this.kept.get(`${person} ${key.join('/')}`) ?? null)
  write = (person: string, key: QueryKey, kept: KeptAnswer) => Promise.resolve(void this.kept.set(`${person} ${key.join('/')}`, kept))
  readonly dropped: string[] = []
  dropOf = (person: string, workspaceId: string): Promise<readonly string[]> => {
    this.dropped.push(`${person} ${workspaceId}`)
    return Promise.resolve(['one'])
  }
  dropDocument = (person: string, documentId: string) => Promise.resolve(void this.dropped.push(`${person} ${documentId}`))
}

describe('the answers a device keeps', () => {
  const wiped: string[] = []
  let store: Store
  let client: ReturnType<typeof createQueryClient>

  beforeEach(() => {
    wiped.length = 0
    const deleteDatabase = (name: string) => {
      wiped.push(name)
      const request = { onsuccess: () => undefined }
      queueMicrotask(() => request.onsuccess())
      return request
    }
    const databases = () => Promise.resolve(['seat/one/1', 'seat/two/1', 'kept/mara'].map((name) => ({ name: `roundtable/${name}` })))
    Object.assign(globalThis, { indexedDB: { deleteDatabase, databases } })
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    window.localStorage.clear()
    store = new Store()
    client = keepAnswers(createQueryClient(), () => Promise.resolve(store))
  })
  afterEach(() => {
    jest.restoreAllMocks()
    client.clear()
  })

  const ask = (answer: () => Promise<unknown>) =>
    client.fetchQuery({ queryKey: KEY, queryFn: answer, staleTime: 0 }).catch((error: unknown) => error)
  const writtenDown = () => new Promise((resolve) => setTimeout(resolve))

  it('[UI-202] are shown with their time where no answer comes, and the failure stays known', async () => {
    client.setQueryData(SESSION_KEY, mara)
    store.kept.set('mara document/one', { at: 1_000, answer: 'as last seen' })
    expect(await ask(() => Promise.reject(new Unreachable('no answer')))).toBeInstanceOf(Unreachable)
    const { data, dataUpdatedAt, error } = client.getQueryState(KEY)!
    expect([data, dataUpdatedAt]).toEqual(['as last seen', 1_000])
    expect(error).toBeInstanceOf(Unreachable)
  })

  it('[UI-202] are never shown in the place of an answer, a refusal included', async () => {
    client.setQueryData(SESSION_KEY, mara)
    store.kept.set('mara document/one', { at: 1_000, answer: 'as last seen' })
    await ask(() => Promise.reject(new RoundtableError('not_found')))
    expect(client.getQueryData(KEY)).toBeUndefined()
    await ask(() => Promise.resolve('as it is now'))
    await writtenDown()
    expect([client.getQueryData(KEY), store.kept.get('mara document/one')?.answer]).toEqual(['as it is now', 'as it is now'])
  })

  it('[UI-202] a store that fails takes nothing from the page but what it would have shown', async () => {
    jest.spyOn(console, 'info').mockReturnValue()
    client.setQueryData(SESSION_KEY, mara)
    store.read = () => Promise.reject(new Error('the disk is full'))
    store.write = () => Promise.reject(new Error('the disk is full'))
    expect(await ask(() => Promise.reject(new Unreachable('no answer')))).toBeInstanceOf(Unreachable)
    expect(await ask(() => Promise.resolve('as it is now'))).toBe('as it is now')
  })

  it.each([
    ['document', KEY],
    ['workspace', ['workspace', 'valley']]
  ])('[SAVE-22] of a %s that is closed to its reader go, with the copies of its documents and no others', async (_what, queryKey) => {
    client.setQueryData(SESSION_KEY, mara)
    await client.fetchQuery({ queryKey, queryFn: () => Promise.reject(new RoundtableError('not_found')) }).catch(() => null)
    await writtenDown()
    expect([store.dropped, wiped]).toEqual([[`mara ${queryKey[1]}`], ['roundtable/seat/one/1']])
  })

  it('[SAVE-22] whose store fails keeps nobody from being led away', async () => {
    jest.spyOn(console, 'info').mockReturnValue()
    client.setQueryData(SESSION_KEY, mara)
    store.dropOf = () => Promise.reject(new Error('the disk is full'))
    await expect(forgetKeptOf('valley', () => Promise.resolve(store))).resolves.toBeUndefined()
  })

  it('[UI-208] go when another person signs in and when nobody is signed in any more', async () => {
    client.setQueryData(SESSION_KEY, mara)
    client.setQueryData(SESSION_KEY, { ...mara })
    expect(wiped).toEqual([])
    client.setQueryData(SESSION_KEY, noor)
    client.setQueryData(SESSION_KEY, null)
    await writtenDown()
    expect(wiped).toEqual(['roundtable/kept/mara', 'roundtable/kept/noor'])
    store.kept.set('noor document/one', { at: 1_000, answer: 'of Noor' })
    await ask(() => Promise.reject(new Unreachable('no answer')))
    expect(client.getQueryData(KEY)).toBeUndefined()
  })

  it('[UI-208] of one person are never kept for another: not in this tab, and not from a tab where the one before is still thought to be there', async () => {
    client.setQueryData(SESSION_KEY, mara)
    const other = keepAnswers(createQueryClient(), () => Promise.resolve(store))
    other.setQueryData(SESSION_KEY, noor)
    await ask(() => Promise.resolve('of Mara'))
    await writtenDown()
    expect([...store.kept.keys()]).toEqual(['noor session'])
    other.clear()
  })
})
