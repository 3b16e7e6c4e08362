import type { QueryKey } from '@tanstack/react-query'
import { isKept, isReadable, keptOfWorkspace } from './kept-kinds.js'
import { nameOfKept, type KeptAnswer, type KeptStore } from './kept.js'

/** More than anybody looks at in a week; the ones not seen for longest go first. */
const MOST_KEPT = 200

const STORE = 'answers'
const BY_TIME = 'at'

interface Row extends KeptAnswer {
  readonly key: string
}

/** This browser's store. What is no kept kind of answer, or cannot be understood any more, is passed over. */
export const keptStore: KeptStore = {
  read: async (personId, queryKey) => {
    if (!isKept(queryKey)) return null
    const asked = await inStore(personId, 'readonly', (store) => store.get(keyOf(queryKey)))
    const row = asked.result as Row | undefined
    return row && isReadable(queryKey, row.answer) ? row : null
  },
  write: async (personId, queryKey, { at, answer }) => {
    if (!isKept(queryKey)) return
    await inStore(personId, 'readwrite', (store) => {
      const row: Row = { key: keyOf(queryKey), at, answer }
      store.put(row)
      const count = store.count()
      count.onsuccess = () => dropOldest(store, count.result - MOST_KEPT)
      return count
    })
  },
  dropOf: async (personId, workspaceId) => {
    let dropped: readonly string[] = []
    await inStore(personId, 'readwrite', (store) => {
      // No more than MOST_KEPT.
      const asked = store.getAll()
      asked.onsuccess = () => {
        const all = (asked.result as Row[]).map((row) => ({ ...row, queryKey: JSON.parse(row.key) as QueryKey }))
        const { kept, documentIds } = keptOfWorkspace(all, workspaceId)
        for (const { key } of kept) store.delete(key)
        dropped = documentIds
      }
      return asked
    })
    return dropped
  },
  dropDocument: async (personId, documentId) => {
    await inStore(personId, 'readwrite', (store) =>
      eachOf(store.openCursor(), (cursor) => {
        if ((JSON.parse((cursor.value as Row).key) as QueryKey)[1] === documentId) cursor.delete()
        cursor.continue()
      })
    )
  }
}

const keyOf = (queryKey: QueryKey) => JSON.stringify(queryKey)

function dropOldest(store: IDBObjectStore, tooMany: number): void {
  if (tooMany <= 0) return
  let left = tooMany
  eachOf(store.index(BY_TIME).openCursor(), (cursor) => {
    cursor.delete()
    left -= 1
    if (left > 0) cursor.continue()
  })
}

function eachOf(request: IDBRequest<IDBCursorWithValue | null>, visit: (cursor: IDBCursorWithValue) => void): typeof request {
  request.onsuccess = () => request.result && visit(request.result)
  return request
}

/** One transaction on a database that is closed again: one that stands open would keep it from being taken off the device. */
async function inStore<R extends IDBRequest>(personId: string, mode: IDBTransactionMode, work: (store: IDBObjectStore) => R): Promise<R> {
  const database = await opened(nameOfKept(personId))
  try {
    return await new Promise<R>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request)
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser has broken off'))
    })
  } finally {
    database.close()
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex(BY_TIME, BY_TIME)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('this browser stores nothing'))
  })
}
