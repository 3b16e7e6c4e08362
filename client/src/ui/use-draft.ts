import { useContext, useEffect, useEffectEvent, useId, useLayoutEffect, useState } from 'react'
import { DraftKeeperContext } from './draft-keeper.js'

interface DraftOptions {
  readonly label: string
  readonly value: string
  readonly isReadOnly: boolean
  /** What is written as it would be stored, where that is not letter for letter. */
  readonly asStored?: ((words: string) => string) | undefined
  /** Takes a value, or answers why not, in words for its writer. */
  readonly onCommit: (value: string) => string | null
}

export interface Draft {
  /** What stands in the field. */
  readonly shown: string
  /** Why what stands there was not taken. */
  readonly refusal: string | null
  /** The value that came under the draft, once its writer had to be told: it waits for `insist` or `giveUp`. */
  readonly meanwhile: string | null
  readonly write: (words: string) => void
  /** Hands over what stands in the field, or what has just been written into it. Never over a value that came meanwhile. */
  readonly commit: (words?: string) => void
  /** Hands it over, also in place of what came meanwhile and its writer was told of. */
  readonly insist: (words?: string) => void
  /** Takes what is stored instead. */
  readonly giveUp: () => void
}

/**
 * What somebody writes in a field until it is taken as a whole. A draft is lost in no way: it is handed over when the
 * field is left, goes from the page or the page goes, stays in the field when it is refused or another value came under
 * it, and whoever keeps the page's unsent words knows of it from the first letter on.
 */
export function useDraft({ label, value, isReadOnly, asStored = (words) => words, onCommit }: DraftOptions): Draft {
  const field = useId()
  const keeper = useContext(DraftKeeperContext)
  /** What is written, and what was stored when that began. */
  const [draft, setDraft] = useState<{ readonly words: string; readonly on: string } | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [told, setTold] = useState<string | null>(null)

  function end() {
    setDraft(null)
    setRefusal(null)
    setTold(null)
  }

  // What is the value by now is no draft; and where the right to write was lost, its keeper has the words.
  if (draft !== null && (draft.words === value || isReadOnly)) end()

  const isOpen = draft !== null
  useLayoutEffect(() => {
    if (!isOpen) keeper?.drop(field)
  }, [isOpen, keeper, field])

  const isOvertaken = (words: string) => draft !== null && draft.on !== value && asStored(words) !== value

  const leave = useEffectEvent(() => {
    if (draft === null || !keeper?.isKept(field)) return
    if (!isReadOnly && !isOvertaken(draft.words) && onCommit(draft.words) === null) keeper.drop(field)
    else keeper.handBack(field)
  })
  // Before the page's other parts let go: the document is still open then.
  useLayoutEffect(() => () => leave(), [])

  const pageGoes = useEffectEvent(({ type }: Event) => {
    if (type !== 'visibilitychange' || document.hidden) commit()
  })
  // Only while there is a draft: a listener that stands there for nothing would keep the page out of the browser's cache.
  useEffect(() => {
    if (!isOpen) return undefined
    const stopped = new AbortController()
    const goes = (event: Event) => pageGoes(event)
    for (const type of ['beforeunload', 'pagehide']) window.addEventListener(type, goes, stopped)
    document.addEventListener('visibilitychange', goes, stopped)
    return () => stopped.abort()
  }, [isOpen])

  function write(words: string) {
    // What is stored again is no draft, and what was refused of it is not wished any more.
    if (words === value) return giveUp()
    setDraft({ words, on: draft?.on ?? value })
    keeper?.keep(field, { label, words })
  }

  function handOver(words: string | undefined, isMeant: boolean) {
    if (words === undefined && refusal === null) return
    const isGone = words !== undefined && keeper?.isKept(field) === false
    if (words !== undefined && !isGone && isOvertaken(words) && !(isMeant && told === value)) return setTold(value)
    const reason = isGone ? null : onCommit(words ?? value)
    setRefusal(reason)
    if (reason !== null) return
    keeper?.drop(field)
    end()
  }

  function commit(words = draft?.words) {
    handOver(words, false)
  }

  function giveUp() {
    // Whoever refused it may still wait for the rest of it.
    if (refusal !== null) onCommit(value)
    keeper?.drop(field)
    end()
  }

  return {
    shown: draft?.words ?? value,
    refusal: draft === null ? null : refusal,
    meanwhile: draft === null || draft.on === value || told === null ? null : value,
    write,
    commit,
    insist: (words = draft?.words) => handOver(words, true),
    giveUp
  }
}
