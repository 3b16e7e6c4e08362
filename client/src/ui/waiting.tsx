import { useEffect, useState } from 'react'

/** Most things come before this, one after the other: to hear of each would be noise (milliseconds). */
const SILENT = 1000

/** A spinner always says what is waited for; it is heard when it takes longer. */
export function Waiting({ children }: { readonly children: string }) {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SILENT)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="waiting" role="status">
      <span className="spinner" aria-hidden="true" />
      <span aria-hidden={!isLong}>{children}</span>
    </div>
  )
}
