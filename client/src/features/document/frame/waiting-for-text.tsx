import { useEffect, useState, type ReactNode } from 'react'
import type { DocumentView } from '@roundtable/shared/protocol'
import type { LiveDocument } from '../../../connection/index.js'
import { chunk, useChunk } from '../../../lib/chunk.js'
import { Waiting } from '../../../ui/waiting.js'

/** A line that has brought nothing by then may bring nothing for long (milliseconds). */
const PATIENCE_MS = 5000

const lastSavedChunk = chunk(async () => (await import('./last-saved.js')).LastSaved)

interface WaitingForTextProps {
  readonly view: DocumentView
  readonly live: LiveDocument
  readonly waitingFor: string
  readonly children: ReactNode
}

/**
 * In the place of a text that has not come over the line: at first that it is fetched, and after a while what the server has
 * stored of it, to read. Whoever shows it shows the text itself as soon as that comes.
 */
export function WaitingForText({ waitingFor, ...saved }: WaitingForTextProps) {
  const { value: LastSaved } = useChunk(lastSavedChunk, useIsLate())
  const waiting = <Waiting>{waitingFor}</Waiting>
  return LastSaved ? <LastSaved {...saved} waiting={waiting} /> : waiting
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}
