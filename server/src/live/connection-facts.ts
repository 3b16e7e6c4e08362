import { LAYOUTS } from '@roundtable/shared/document'
import { DOCUMENT_SCHEMA } from '@roundtable/shared/protocol'
import type { Access } from '../ability/index.js'

export interface ConnectionFacts {
  readonly personId: string
  readonly sessionId: string | null
  /** Asked for our own messages by subprotocol. */
  readonly speaksRoundtable: boolean
  /** The layout version stated in `?schema=`; null: a client that knows none. */
  readonly schema: number | null
  /** The epoch stated in `?epoch=`; null: a client that knows of none. */
  readonly epoch: number | null
}

/** A client that does not know the layout would delete what it cannot show (reliability M6): it reads. */
export function asFarAsTheClientCan(access: Access, { schema }: ConnectionFacts): Access {
  if (access.right === 'view' || schema === DOCUMENT_SCHEMA || !LAYOUTS[access.document.kind].richText) return access
  return { ...access, right: 'view', because: { rule: 'LIVE-9', paragraph: '', sentence: 'live.because.old_client' } }
}
