import { textOfUpdate } from '@roundtable/shared/document'
import { mergeUpdates } from 'yjs'
import { keepRecovered, recoveredTexts } from './at-stake.js'
import type { RecoveredText } from './types.js'

/** Recovered words of this tab, by their owner (`ownerOf`). They outlive the editor, the Y.Doc and the local copy, not the tab. */
const MOST_KEPT = 50

export function recoveredOf(owner: string): readonly RecoveredText[] {
  return recoveredTexts(owner)
}

/** Keeps words that were not taken. Returns false when there are none. */
export function recover(owner: string, texts: readonly string[], reason: string): boolean {
  if (texts.length === 0) return false
  const entry = { id: newId(), at: new Date(), texts, reason }
  keepRecovered(owner, [...recoveredOf(owner), entry].slice(-MOST_KEPT))
  return true
}

/** The same, in place of earlier pieces that are part of these words. */
export function recoverAgain(owner: string, texts: readonly string[], reason: string): boolean {
  const isPart = (piece: string): boolean => texts.some((text) => text.includes(piece))
  keepRecovered(
    owner,
    recoveredOf(owner).filter((earlier) => !earlier.texts.every(isPart))
  )
  return recover(owner, texts, reason)
}

/** The words of updates that will not be taken; deletions and moves hold none. */
export function wordsOf(updates: readonly Uint8Array[]): readonly string[] {
  // Typing comes as one update a keystroke: merged, what stands together is read together, and what was taken back is not.
  return updates.length === 0 ? [] : textOfUpdate(mergeUpdates([...updates]))
}

export function dismiss(owner: string, id: string): void {
  keepRecovered(
    owner,
    recoveredOf(owner).filter((text) => text.id !== id)
  )
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
