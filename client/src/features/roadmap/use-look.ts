import { startTransition, useMemo, useOptimistic } from 'react'
import { useSearchParams } from 'react-router'
import { changedLook, readLook, type Look, type LookName } from './look.js'

type Changes = Partial<Record<LookName, string | null>>

export interface ReadersLook {
  /** What is shown by now. */
  readonly look: Look
  /** What was chosen last: on a slow device the list of a long roadmap comes after its fields. */
  readonly chosen: Look
  readonly change: (changes: Changes) => void
}

/**
 * How this reader looks at the roadmap, in the address: it can be kept, sent and gone back to.
 * The router comes to an address in a transition, which may wait and be overtaken. Until it does, a field that showed the address
 * would fall back to what stood there, and a second choice would start from before the first.
 */
export function useLook(): ReadersLook {
  const [search, setSearch] = useSearchParams()
  const [asked, setAsked] = useOptimistic(search)
  const look = useMemo(() => readLook(search), [search])
  const chosen = useMemo(() => readLook(asked), [asked])
  function change(changes: Changes) {
    const next = changedLook(asked, changes)
    startTransition(() => {
      setAsked(next)
      setSearch(next, { replace: true })
    })
  }
  return { look, chosen, change }
}
