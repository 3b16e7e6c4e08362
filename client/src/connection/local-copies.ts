/** What the names of this product's local copies begin with. */
export const PREFIX = 'roundtable/'

/** Takes copies off this device: all of them on sign-out, those of whoever is gone when a session was ended. */
export async function wipeLocalCopies(isMeant: (name: string) => boolean = () => true): Promise<void> {
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : []
  await Promise.all(databases.flatMap(({ name }) => (name?.startsWith(PREFIX) && isMeant(name) ? [deleteDatabase(name)] : [])))
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    // "blocked" means another tab still has it open: the browser deletes it when that tab lets go.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}
