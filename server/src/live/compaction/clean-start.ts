import type { Query } from '../../ability/index.js'
import type { Folder } from './folder.js'
import { readUnfolded, writeFolded } from './fold-rows.js'

/** Gives a document another life, in which nothing is left of what was deleted in the one before. */
export class CleanStart {
  constructor(private readonly folder: Pick<Folder, 'fold'>) {}

  /**
   * In the transaction of whoever holds the document's head: all of its log is folded, and a new epoch begins, so that no
   * room that has read the log serves what it read (LIVE-27). Throws where the log cannot be folded; nothing has changed then.
   */
  async of(query: Query, documentId: string): Promise<void> {
    const unfolded = await readUnfolded(query, documentId, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    if (!unfolded) throw new Error(`document ${documentId} has no head`)
    const { snapshot: base, rows } = unfolded
    const epoch = unfolded.epoch + 1
    if (rows.length > 0) {
      const folded = await this.folder.fold(base, rows)
      await writeFolded(query, { documentId, epoch, baseSeq: base?.seq ?? 0, ...folded })
    }
    await query('update document_head set epoch = $2 where document_id = $1', [documentId, epoch])
    // What was read of it at its head is still what it says.
    await query(
      `update document_projection p set epoch = $2 from document_head h
       where p.document_id = $1 and h.document_id = $1 and p.seq = h.seq and p.epoch = $2 - 1`,
      [documentId, epoch]
    )
  }
}
