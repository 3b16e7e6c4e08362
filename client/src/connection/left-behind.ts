import { textOfUpdate } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { keepLeft, leftOf } from './at-stake.js'
import { recoverAgain } from './recovered-texts.js'

/*
 * A server that was brought back from a backup has lost what was written since, also what it had confirmed. Whoever wrote it
 * still has it in their tab: as the document comes back in another epoch, what of their words it does not hold is handed back.
 */

/** Remembers in this tab what its person wrote in a document that is being closed. */
export function leaveBehind(owner: string, epoch: number, doc: Y.Doc): void {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  // Everything but this tab's own: what others wrote is theirs to be handed back.
  if (clocks.delete(doc.clientID)) keepLeft(owner, { epoch, update: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(clocks)) })
}

/**
 * Hands back what was left behind, when `doc` has its text: nothing when it is the same life of the document. Both have the
 * history up to the backup in common, so that what is newer is told to the letter.
 */
export function handBackLeft(owner: string, epoch: number, doc: Y.Doc): boolean {
  const left = leftOf(owner)
  if (!left) return false
  keepLeft(owner, null)
  if (left.epoch === epoch) return false
  return recoverAgain(owner, textOfUpdate(Y.diffUpdate(left.update, Y.encodeStateVector(doc))), 'oldEpoch')
}
