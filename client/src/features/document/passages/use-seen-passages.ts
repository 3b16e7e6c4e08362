import {
  canonicalJson,
  passagesOf,
  readDocument,
  type ContentInPassages,
  type Passage,
  type PassagesKind
} from '@roundtable/shared/document'
import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import { hashOf } from '../../../lib/hash-of.js'

interface SeenPassages {
  readonly passages: readonly Passage[]
  /** What is sent to say which content this is. */
  readonly hash: string
}

/**
 * The passages as they stood when they were first shown: what others write meanwhile does not move under the finger.
 * While `follows`, after something else was found stored, they are those of the moment.
 */
export function useSeenPassages(doc: Y.Doc, kind: PassagesKind, follows: boolean): SeenPassages {
  const [seen, setSeen] = useState(() => read(doc, kind))
  useEffect(() => {
    if (!follows) return undefined
    const refresh = () => setSeen(read(doc, kind))
    refresh()
    doc.on('update', refresh)
    return () => doc.off('update', refresh)
  }, [doc, kind, follows])
  return seen
}

function read(doc: Y.Doc, kind: PassagesKind): SeenPassages {
  const content: ContentInPassages = readDocument(kind, doc)
  return { passages: passagesOf(content), hash: hashOf(canonicalJson(content)) }
}
