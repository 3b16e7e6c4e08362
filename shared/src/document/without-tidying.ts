import type * as Y from 'yjs'

/**
 * Whoever receives changes writes none by it. Yjs tidies up formatting after what others changed, by deletions of its own:
 * a reader would thereby write what they may not, every page would send the same deletions, and pages that receive in
 * unlike order each delete the mark that the other one needs (among 10,000 seeded histories the link of a word was lost).
 * What is said twice stays, and says the same. Returns the document.
 */
export function withoutTidying(doc: Y.Doc): Y.Doc {
  // Between the observers, which ask for it, and the tidying itself.
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!transaction.local) transaction._needFormattingCleanup = false
  })
  return doc
}
