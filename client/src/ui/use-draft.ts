import { useContext, useEffectEvent, useId, useLayoutEffect, useState } from 'react'
import { DraftKeeperContext } from './draft-keeper.js'

interface DraftOptions {
  readonly label: string
  readonly value: string
  readonly isReadOnly: boolean
  /** Takes a value, or answers why not, in words for its writer. */
  readonly onCommit: (value: string) => string | null
}

export interface Draft {
  /** What stands in the field. */
  readonly shown: string
  /** Why what stands there was not taken. */
  readonly refusal: string | null
  readonly write: (words: string) => void
  /** Hands over what stands in the field, or what has just been written into it. */
  readonly commit: (words?: string) => void
}

/**
 * What somebody writes in a field until it is taken as a whole. A draft is lost in no way: it is handed over when the
 * field is left or goes from the page, stays in the field when it is refused, and whoever keeps the page's unsent words
 * knows of it from the first letter on.
 */
export function useDraft({ label, value, isReadOnly, onCommit }: DraftOptions): Draft {
  const field = useId()
  const keeper = useContext(DraftKeeperContext)
  const [draft, setDraft] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  // What is the value by now is no draft; and where the right to write was lost, its keeper has the words.
  if (draft !== null && (draft === value || isReadOnly)) {
    setDraft(null)
    setRefusal(null)
  }

  useLayoutEffect(() => {
    if (draft === null) keeper?.drop(field)
  }, [draft, keeper, field])

  const leave = useEffectEvent(() => {
    if (draft === null || !keeper?.isKept(field)) return
    if (!isReadOnly && onCommit(draft) === null) keeper.drop(field)
    else keeper.handBack(field)
  })
  // Before the page's other parts let go: the document is still open then.
  useLayoutEffect(() => () => leave(), [])

  function write(words: string) {
    setDraft(words === value ? null : words)
    if (words !== value) keeper?.keep(field, { label, words })
  }

  function commit(words = draft ?? undefined) {
    if (words === undefined && refusal === null) return
    const reason = words !== undefined && keeper?.isKept(field) === false ? null : onCommit(words ?? value)
    setRefusal(reason)
    if (reason !== null) return
    keeper?.drop(field)
    setDraft(null)
  }

  return { shown: draft ?? value, refusal: draft === null ? null : refusal, write, commit }
}
