import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import type { WhoAmI } from '@roundtable/shared/protocol'
import { SESSION_KEY } from '../lib/query-client.js'
import { Unreachable } from '../lib/request.js'
import { readStored, writeStored } from '../lib/stored.js'
import { wipeCopiesOf } from './foreign-copies.js'
import { nameOfKept, type KeptAnswer, type KeptStore } from './kept.js'
import { deleteDatabase } from './local-copies.js'

/*
 * What the server last answered, kept on this device for whoever is signed in, so that pages open without a line. It is shown
 * only when no answer came, never in the place of one, and leaves the device with the person.
 */

/** After the page itself: what takes answers off the device stands here, and needs nothing that could fail to come. */
const fetchStore = async (): Promise<KeptStore> => (await import('./kept-store.js')).keptStore

/** Whose answers this device keeps: one person's at a time. An id, and nothing else of them. */
const OWNER = 'keptFor'

/** Keeps what the client is answered from now on, and shows what is kept where no answer comes. */
export function keepAnswers(client: QueryClient, storeOf = fetchStore): QueryClient {
  const { queries, ...others } = client.getDefaultOptions()
  const persister = async <T>(ask: (context: never) => T | Promise<T>, context: unknown, query: Query): Promise<T> => {
    try {
      return await ask(context as never)
    } catch (error) {
      // At the first failure: whoever waits for the next try reads meanwhile.
      if (error instanceof Unreachable && query.state.data === undefined) await show(query, storeOf).catch(notKept)
      throw error
    }
  }
  client.setDefaultOptions({ ...others, queries: { ...queries, persister } })
  client.getQueryCache().subscribe(({ type, ...event }) => {
    if (type !== 'updated' || !('action' in event)) return
    const { queryKey, state } = event.query as Query
    // Removed while this page was closed: nobody told it, and its question is answered as for what never was.
    if (event.action.type === 'error' && isAbsent(event.action.error)) forgetAbsent(queryKey, storeOf).catch(notKept)
    if (event.action.type !== 'success') return
    if (queryKey[0] === SESSION_KEY[0]) belongTo((state.data as WhoAmI | null)?.person.id ?? '').catch(notKept)
    const owner = client.getQueryData<WhoAmI | null>(SESSION_KEY)?.person.id
    if (owner !== undefined && state.data !== null)
      keep(owner, queryKey, { at: state.dataUpdatedAt, answer: state.data }, storeOf).catch(notKept)
  })
  return client
}

/** Takes everything that is kept off the device. */
export const forgetKept = (): Promise<void> => belongTo('').catch(notKept)

/**
 * Takes what is kept of a workspace off the device, and the copies of the documents it was kept of: its reader may not know of it
 * any more. Never throws: who asks goes on leading them away.
 */
export async function forgetKeptOf(workspaceId: string, storeOf = fetchStore): Promise<void> {
  const owner = readStored(OWNER)
  if (!owner) return
  try {
    const documentIds = await storeOf().then((store) => store.dropOf(owner, workspaceId))
    await wipeCopiesOf(documentIds)
  } catch (error) {
    notKept(error)
  }
}

/** The same of what the server has just said to be nothing that this person may know of. */
async function forgetAbsent([name, id, part]: QueryKey, storeOf: typeof fetchStore): Promise<void> {
  const owner = readStored(OWNER)
  if (name === 'workspace') await forgetKeptOf(String(id), storeOf)
  if (name !== 'document' || part !== undefined || !owner) return
  // Its copy holds the words: it goes also where the store of answers fails.
  await wipeCopiesOf([String(id)])
  await storeOf().then((store) => store.dropDocument(owner, String(id)))
}

/** Another person, or nobody: what was kept for the one before goes. The owner first, so that nothing more is written meanwhile. */
async function belongTo(owner: string): Promise<void> {
  const before = readStored(OWNER) ?? ''
  if (before === owner) return
  writeStored(OWNER, owner)
  if (before !== '') await deleteDatabase(nameOfKept(before))
}

async function keep(owner: string, queryKey: QueryKey, kept: KeptAnswer, storeOf: typeof fetchStore): Promise<void> {
  const store = await storeOf()
  if (readStored(OWNER) === owner) await store.write(owner, queryKey, kept)
}

async function show(query: Query, storeOf: typeof fetchStore): Promise<void> {
  const owner = readStored(OWNER)
  const kept = owner ? await (await storeOf()).read(owner, query.queryKey) : null
  if (kept && query.state.data === undefined && readStored(OWNER) === owner)
    query.setState({ ...query.state, data: kept.answer, dataUpdatedAt: kept.at, status: 'success' })
}

const isAbsent = (error: unknown): boolean => error instanceof RoundtableError && error.code === 'not_found'

/** A browser that keeps nothing shows nothing without a line: that is all that follows. */
function notKept(error: unknown): void {
  console.info('This browser keeps no answers', error)
}
