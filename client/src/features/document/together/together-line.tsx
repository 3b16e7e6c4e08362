import { useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react'

interface TogetherLineProps {
  /** The person who is followed. */
  readonly following?: string
  /** It goes and had the focus, which has to go somewhere. */
  readonly onGone: () => void
  readonly children: ReactNode
}

/** A line beside the document's tools. By a press, a key, or what others do: whichever way it goes, the focus is not lost with it. */
export function TogetherLine({ following, onGone, children }: TogetherLineProps) {
  const line = useRef<HTMLDivElement>(null)
  const gone = useEffectEvent(onGone)
  useLayoutEffect(() => {
    const element = line.current
    return () => {
      if (element?.contains(document.activeElement)) gone()
    }
  }, [])
  return (
    <div ref={line} className="together__line" data-following={following}>
      {children}
    </div>
  )
}
