import { useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { historyOf } from '../document/index.js'

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

/**
 * Moves, removals and changes of many tasks at once. The last one can be taken back where it is told of, as a step of the
 * document's own history: whatever else is done or taken back after it, it is told of no more.
 */
export function useActs(doc: Y.Doc): Acts {
  const { t } = useText()
  const announce = useAnnounce()
  const history = historyOf(doc, 'roadmap')
  const lastStep = useSyncExternalStore(history.subscribeToSteps, history.lastStep)
  const [last, setLast] = useState<{ readonly sentence: string; readonly step: object | null } | null>(null)

  function act(change: () => string | null): boolean {
    const sentence = doc.transact(change, ACT)
    setLast(sentence === null ? null : { sentence, step: history.lastStep() })
    if (sentence !== null) announce(sentence)
    return sentence !== null
  }

  function undo() {
    announce(t(history.undo() ? 'arrange.undone' : 'arrange.notUndone'))
    setLast(null)
  }

  const isLast = last !== null && last.step !== null && last.step === lastStep
  return { said: isLast ? last.sentence : null, act, undo, dismiss: () => setLast(null) }
}
