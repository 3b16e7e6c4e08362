import pg from 'pg'
import * as Y from 'yjs'

/** What the tables hold of each document: its clocks and text as read anew, whether something in it waits, and how many rows its log has. */
export async function readStored(ownerUrl, documents) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const stored = new Map()
    for (const id of documents) {
      const snapshots = await client.query('select state from document_snapshot where document_id = $1', [id])
      const updates = await client.query('select bytes from document_update where document_id = $1 order by seq', [id])
      const doc = new Y.Doc()
      for (const bytes of [...snapshots.rows.map(({ state }) => state), ...updates.rows.map((row) => row.bytes)])
        Y.applyUpdate(doc, new Uint8Array(bytes))
      stored.set(id, {
        clocks: Y.decodeStateVector(Y.encodeStateVector(doc)),
        text: doc.getText('content').toString(),
        isWaiting: Boolean(doc.store.pendingStructs ?? doc.store.pendingDs),
        rows: updates.rows.length
      })
    }
    return stored
  } finally {
    await client.end()
  }
}
