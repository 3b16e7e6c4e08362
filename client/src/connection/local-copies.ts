/** What the names of this product's local copies begin with. */
export const PREFIX = 'roundtable/'

/** Takes copies off this device: all of them on sign-out, those of whoever is gone when a session was ended. */
export async function wipeLocalCopies(isMeant: (name: string) => boolean = () => true): Promise<{ readonly areGone: Promise<boolean> }> {
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : null
  const deleted = await Promise.all(
    (databases ?? []).flatMap(({ name }) => (name?.startsWith(PREFIX) && isMeant(name) ? [deleteDatabase(name)] : []))
  )
  const areGone = Promise.all(deleted.map(({ isGone }) => isGone)).then((gone) => databases !== null && !gone.includes(false))
  return { areGone }
}

/** "Blocked" means a page still has it open: the browser deletes it when that page lets go, and only then it is gone. */
export async function deleteDatabase(name: string): Promise<{ readonly isGone: Promise<boolean> }> {
  const request = indexedDB.deleteDatabase(name)
  const isGone = new Promise<boolean>((resolve) => {
    request.onsuccess = () => resolve(true)
    request.onerror = () => resolve(false)
  })
  await Promise.race([isGone, new Promise((resolve) => (request.onblocked = resolve))])
  return { isGone }
}
