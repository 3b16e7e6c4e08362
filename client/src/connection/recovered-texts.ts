import { textOfUpdate } from '@roundtable/shared/document'
import { type RecoveredText } from './types.js'

/** Recovered words of this tab, by document. They outlive the editor, the Y.Doc and the local copy, not the tab. */
const byDocument = new Map<string, readonly RecoveredText[]>()

const MOST_KEPT = 50

export function recoveredOf(documentId: string): readonly RecoveredText[] {
  return byDocument.get(documentId) ?? EMPTY
}
const EMPTY: readonly RecoveredText[] = []

/** Keeps the words of updates that will not be taken. Returns false when they hold no words (deletions, moves). */
export function recover(documentId: string, updates: readonly Uint8Array[], reason: string): boolean {
  // Joined first: the space between two words came as an update of its own.
  const texts = joined(updates.flatMap((update) => textOfUpdate(update))).filter((text) => text.trim() !== '')
  if (texts.length === 0) return false
  const entry = { id: newId(), at: new Date(), texts, reason }
  byDocument.set(documentId, [...recoveredOf(documentId), entry].slice(-MOST_KEPT))
  return true
}

export function dismiss(documentId: string, id: string): void {
  byDocument.set(
    documentId,
    recoveredOf(documentId).filter((text) => text.id !== id)
  )
}

/** Typing comes as one update a keystroke: what stands together is read together. */
function joined(texts: readonly string[]): string[] {
  const runs: string[] = []
  for (const text of texts) {
    const last = runs.at(-1)
    if (last !== undefined && (text.length <= 3 || last.length <= 3) && last.length < 20_000) runs[runs.length - 1] = last + text
    else runs.push(text)
  }
  return runs
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
