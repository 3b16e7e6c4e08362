import * as Y from 'yjs'

/**
 * Applies logged updates in one transaction, and nothing else. Yjs tidies up formatting after every transaction that
 * is not local, by deletions of its own: those are a client's to make, and a log read twice would not say the same.
 */
export function applyLogged(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact((transaction) => {
    for (const bytes of updates) Y.applyUpdate(doc, bytes)
    transaction.local = true
  })
}
