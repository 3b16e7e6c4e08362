import { useEffect, useRef } from 'react'
import { clauseAddress } from './addresses.js'

interface Reading {
  readonly isText: boolean
  /** The clause that the address names; null where it names none. */
  readonly clauseId: string | null
}

/**
 * Whoever goes back to the clauses has left what had the focus: from a clause they come to its line in the list, from the text to
 * the heading of the clauses, or of the one that the address names.
 */
export function useFocusOnReturn({ isText, clauseId }: Reading): void {
  const before = useRef<Reading>({ isText, clauseId })
  useEffect(() => {
    const left = before.current
    before.current = { isText, clauseId }
    if (isText || document.activeElement !== document.body) return
    const from = left.isText || clauseId !== null ? null : left.clauseId
    const target = from === null ? left.isText && headingOf(clauseId) : lineOf(from)
    if (!target) return
    target.focus({ preventScroll: true })
    target.scrollIntoView({ block: from === null ? 'nearest' : 'center' })
  }, [isText, clauseId])
}

const headingOf = (clauseId: string | null) => document.getElementById(clauseId === null ? 'clauses-title' : 'clause-title')

const lineOf = (clauseId: string) => document.querySelector<HTMLElement>(`.clauses [href$="${CSS.escape(clauseAddress(clauseId))}"]`)
