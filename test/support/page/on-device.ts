import type { Page } from 'playwright-core'

/** What a page's device keeps, once what was begun before is written: of each database by its name, the bytes of its updates. */
export function bytesOnDevice(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const found: Record<string, number> = {}
    for (const { name = '' } of await indexedDB.databases())
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onerror = () => reject(new Error(name))
        request.onsuccess = () => {
          const stores = [...request.result.objectStoreNames]
          // A transaction waits for those before it that write the same.
          const reading = request.result.transaction(stores)
          const asked = stores.map((store) => reading.objectStore(store).getAll() as IDBRequest<{ readonly byteLength?: number }[]>)
          reading.oncomplete = () => {
            found[name] = asked.flatMap(({ result }) => result).reduce((sum, { byteLength = 0 }) => sum + byteLength, 0)
            resolve(request.result.close())
          }
        }
      })
    return found
  })
}
