import { withoutTidying } from '@roundtable/shared/document'
import type { CloseName } from '@roundtable/shared/protocol'
import * as Y from 'yjs'
import { LocalCopy } from './local-copy.js'
import { recover, wordsOf } from './recovered-texts.js'
import { forgetUnsaved, noteUnsaved, unsavedCopies } from './unsaved.js'

/** Puts what waits in copies of documents that are not open among their writers' recovered texts, before they are wiped. */
export async function handOverCopies(copyKeys: readonly string[], because: CloseName): Promise<void> {
  for (const copyKey of copyKeys) {
    const what = unsavedCopies().get(copyKey)
    const doc = withoutTidying(new Y.Doc())
    const copy = new LocalCopy(copyKey, doc, { onLost: () => undefined, onFull: () => undefined })
    await copy.whenLoaded
    const left = await copy.unconfirmed()
    await copy.close()
    doc.destroy()
    forgetUnsaved(copyKey)
    const isHandedOver = left !== null && recover(ownerOfCopy(copyKey), wordsOf([left]), because)
    if (isHandedOver && what) noteUnsaved(copyKey, { ...what, unsent: 0, isFresh: false, isLost: because === 'notFound' }, false)
  }
}

/** A copy is named by seat, document and epoch; words are recovered by seat and document. */
const ownerOfCopy = (copyKey: string): string => copyKey.split('/').slice(0, 2).join('/')
