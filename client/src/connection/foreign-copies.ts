import type { CloseName } from '@roundtable/shared/protocol'
import { closeOthers, noteSeats } from './at-stake.js'
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
  const isForeign = (copyKey: string): boolean => !seatIds.includes(seatOf(copyKey))
  // A seat of theirs that has ended meanwhile: its words are still their own.
  if (personId !== null)
    for (const [copyKey, what] of unsavedCopies()) if (what.personId === personId) noteSeats(personId, [{ id: seatOf(copyKey) }])
  await wipeCopies(isForeign, 'signedOut')
  await wipeLocalCopies((name) => isNameOfKept(name) && (personId === null || name !== nameOfKept(personId)))
}

/** Takes copies of documents off this device that whoever is signed in may not know of any more. */
export async function wipeCopiesOf(documentIds: readonly string[]): Promise<void> {
  const isMeant = (copyKey: string): boolean => documentIds.includes(copyKey.split('/')[1] ?? '')
  await wipeCopies(isMeant, 'notFound')
}

async function wipeCopies(isMeant: (copyKey: string) => boolean, because: CloseName): Promise<void> {
  // Those that are open here hand their words over themselves.
  closeOthers(isMeant, because)
  const unsent = [...unsavedCopies()].flatMap(([copyKey, what]) => (what.unsent > 0 && isMeant(copyKey) ? [copyKey] : []))
  const stay = new Set((await areHandedOver(unsent, because)) ? [] : unsent)
  await wipeLocalCopies((name) => {
    const copyKey = name.slice(PREFIX.length)
    return !isNameOfKept(name) && isMeant(copyKey) && !stay.has(copyKey)
  })
}

async function areHandedOver(copyKeys: readonly string[], because: CloseName): Promise<boolean> {
  if (copyKeys.length === 0) return true
  try {
    // By itself: reading a copy needs Yjs, which a page of signing in does not.
    const { handOverCopies } = await import('./hand-over-copies.js')
    await handOverCopies(copyKeys, because)
    return true
  } catch (error) {
    console.info('Words in copies of this device cannot be read now', error)
    return false
  }
}

const seatOf = (copyKey: string): string => copyKey.split('/')[0] ?? ''
