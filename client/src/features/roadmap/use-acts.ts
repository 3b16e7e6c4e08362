import { useEffect, useRef, useState } from 'react'
import { entriesOf } from '@roundtable/shared/document'
import * as Y from 'yjs'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'

export interface Acts {
  /** What was done last, in words; null: there is nothing that could be undone. */
  readonly said: string | null
  /** Does it as one change, which can be taken back as one, and says what it answers; null: nothing was done. */
  readonly act: (change: () => string | null) => boolean
  readonly undo: () => void
  /** Keeps what was done. */
  readonly dismiss: () => void
}

const ACT = { name: 'roadmap' }

/** Moves, removals and changes of many tasks at once. The last one can be taken back; what others wrote since stays. */
export function useActs(doc: Y.Doc): Acts {
  const { t } = useText()
  const announce = useAnnounce()
  const history = useRef<Y.UndoManager | null>(null)
  const [said, setSaid] = useState<string | null>(null)

  useEffect(() => {
    const manager = new Y.UndoManager(entriesOf(doc, 'roadmap'), { trackedOrigins: new Set([ACT]), captureTimeout: 0 })
    history.current = manager
    return () => manager.destroy()
  }, [doc])

  function act(change: () => string | null): boolean {
    history.current?.clear()
    const sentence = doc.transact(change, ACT)
    setSaid(sentence)
    if (sentence !== null) announce(sentence)
    return sentence !== null
  }

  function undo() {
    const undone = history.current?.undo() ?? null
    setSaid(null)
    announce(t(undone ? 'arrange.undone' : 'arrange.notUndone'))
  }

  function dismiss() {
    history.current?.clear()
    setSaid(null)
  }

  return { said, act, undo, dismiss }
}
