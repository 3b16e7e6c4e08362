import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { changedLook, readLook, type Look, type LookName } from './look.js'

type Changes = Partial<Record<LookName, string | null>>

/** How this reader looks at the roadmap, in the address: it can be kept, sent and gone back to. */
export function useLook(): { readonly look: Look; readonly change: (changes: Changes) => void } {
  const [search, setSearch] = useSearchParams()
  const look = useMemo(() => readLook(search), [search])
  return { look, change: (changes) => setSearch((before) => changedLook(before, changes), { replace: true }) }
}
