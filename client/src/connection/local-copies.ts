/** What the names of this product's local copies begin with. */
export const PREFIX = 'roundtable/'

interface Wiped {
  /** Kept only when nothing is left: a copy that a page still has open is gone later, one that cannot be removed never. */
  readonly areGone: Promise<unknown>
}

/** Takes copies off this device: all of them on sign-out, those of whoever is gone when a session was ended. */
export async function wipeLocalCopies(isMeant: (name: string) => boolean = () => true): Promise<Wiped> {
  if (!('databases' in indexedDB)) return { areGone: new Promise(() => undefined) }
  const databases = await indexedDB.databases()
  const deleted = await Promise.all(
    databases.flatMap(({ name }) => (name?.startsWith(PREFIX) && isMeant(name) ? [deleteDatabase(name)] : []))
  )
  return { areGone: Promise.all(deleted.map(({ isGone }) => isGone)) }
}

/** "Blocked" means a page still has it open: the browser deletes it when that page lets go, and only then it is gone. */
export async function deleteDatabase(name: string): Promise<{ readonly isGone: Promise<unknown> }> {
  const request = indexedDB.deleteDatabase(name)
  const isGone = new Promise((resolve) => (request.onsuccess = resolve))
  await Promise.race([isGone, new Promise((resolve) => (request.onerror = request.onblocked = resolve))])
  return { isGone }
}
