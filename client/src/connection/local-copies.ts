/** What the names of this product's local copies begin with. */
export const PREFIX = 'roundtable/'

/** Takes every copy off this device: on sign-out and when a session was ended. */
export async function wipeLocalCopies(): Promise<void> {
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : []
  await Promise.all(databases.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [deleteDatabase(name)] : [])))
}

export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    // "blocked" means another tab still has it open: the browser deletes it when that tab lets go.
    request.onsuccess = request.onerror = request.onblocked = () => resolve()
  })
}
