import { closeOthers } from './at-stake.js'
import { isNameOfKept, nameOfKept } from './kept.js'
import { PREFIX, wipeLocalCopies } from './local-copies.js'
import { unsavedCopies } from './unsaved.js'

/**
 * Takes off this device every copy of whoever is not signed in here (any more): design §5. What of it nobody else has goes
 * among the recovered texts of the seat that wrote it; where that fails, its copy stays until it can be.
 *
 * What was kept of the server's answers for anybody else goes with them.
 *
 * @param personId whoever is signed in; null for nobody
 * @param seatIds their seats
 */
export async function wipeCopiesOfOthers(personId: string | null, seatIds: readonly string[]): Promise<void> {
  const isForeign = (copyKey: string): boolean => !seatIds.includes(copyKey.split('/')[0] ?? '')
  closeOthers(isForeign)
  const unsent = new Map([...unsavedCopies()].filter(([copyKey, what]) => isForeign(copyKey) && what.unsent > 0))
  const stays = (await areHandedOver()) ? new Set<string>() : new Set(unsent.keys())
  await wipeLocalCopies((name) => {
    if (isNameOfKept(name)) return personId === null || name !== nameOfKept(personId)
    const copyKey = name.slice(PREFIX.length)
    return isForeign(copyKey) && !stays.has(copyKey)
  })

  async function areHandedOver(): Promise<boolean> {
    if (unsent.size === 0) return true
    try {
      // By itself: reading a copy needs Yjs, which a page of signing in does not.
      const { handOverCopies } = await import('./hand-over-copies.js')
      await handOverCopies(unsent)
      return true
    } catch (error) {
      console.info('Words in copies of this device cannot be read now', error)
      return false
    }
  }
}
