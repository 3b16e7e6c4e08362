import type { ReactNode } from 'react'
import { useFocusWhenGone } from '../../../lib/use-focus-when-gone.js'

interface TogetherLineProps {
  /** The person who is followed. */
  readonly following?: string
  /** It goes and had the focus. */
  readonly onGone: () => void
  readonly children: ReactNode
}

/** A line beside the document's tools. */
export function TogetherLine({ following, onGone, children }: TogetherLineProps) {
  const line = useFocusWhenGone<HTMLDivElement>(onGone)
  return (
    <div ref={line} className="together__line" data-following={following}>
      {children}
    </div>
  )
}
