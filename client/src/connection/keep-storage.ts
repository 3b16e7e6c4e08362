let isAsked = false

/**
 * Asks the browser not to clear this site's copies when it needs room: at the first edit, for before that there is nothing to
 * keep, and some browsers ask the person.
 */
export function askToKeepStorage(): void {
  if (isAsked) return
  isAsked = true
  // Over plain http there is nobody to ask, whatever the types say.
  const storage = navigator.storage as StorageManager | undefined
  storage?.persist().catch((error: unknown) => console.info('This browser was not asked to keep the copies', error))
}
