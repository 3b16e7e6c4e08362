import { useEffect, useMemo, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Found, holdsWords, MOST_SOUGHT, soughtWords } from '@roundtable/shared/protocol'
import { request } from '../../lib/request.js'
import type { Translate } from '../../locales/use-text.js'
import { useText } from '../../locales/use-text.js'
import { clauseName, foundName, numberSought } from './found-words.js'

/** The server is asked once typing has paused for so long (milliseconds). */
const PAUSE_MS = 200
const MOST_CLAUSES = 99

export interface Finding {
  readonly found: readonly Found[]
  readonly isCut: boolean
  /** An answer to what is typed now is on its way, or about to be asked for. */
  readonly isLooking: boolean
  readonly error: unknown
  readonly retry: () => void
}

/**
 * What the server finds for what is typed. Answers belong to their words: one that comes late is never shown for newer words,
 * and of the one before only what holds the newer words too.
 */
export function useFound(typed: string): Finding {
  const { t } = useText()
  const words = typed.trim().slice(0, MOST_SOUGHT)
  const settled = useSettled(words)
  const sought = useMemo(() => soughtWords(words), [words])
  const codes = useMemo(() => (settled === '' ? [] : clausesCalled(soughtWords(settled), t)), [settled, t])
  const query = useQuery({
    queryKey: ['find', settled],
    queryFn: () => request('find', { body: { words: settled, codes: [...codes], number: numberSought(soughtWords(settled), t) } }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    // Nothing that was found is kept on this page or on the device.
    gcTime: 0
  })
  const number = numberSought(sought, t)
  const isFor = !query.isPlaceholderData && settled === words
  return {
    found:
      sought.length === 0
        ? []
        : (query.data?.found ?? []).filter((one) => holdsWords(foundName(one, t), sought) || (number !== null && one.number === number)),
    isCut: isFor && query.data?.isCut === true,
    isLooking: words !== '' && (settled !== words || query.isFetching),
    error: settled === words ? query.error : null,
    retry: () => void query.refetch()
  }
}

/** The clauses whose titles, in this page's language, hold the words: the server knows them by their codes alone. */
function clausesCalled(sought: readonly string[], t: Translate): readonly string[] {
  const codes = Array.from({ length: MOST_CLAUSES }, (_, index) => `C${String(index + 1).padStart(2, '0')}`)
  return codes.filter((code) => holdsWords(clauseName(code, t) ?? '', sought))
}

/** The words once they have stood still for a moment. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return words === '' ? '' : settled
}
