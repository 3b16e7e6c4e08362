import { useId, useState, type ReactNode } from 'react'
import { Button } from './button.js'

interface DisclosureProps {
  readonly label: string
  readonly children: ReactNode
}

/** A question in the text that opens its answer below: "Why?". In print the answer is simply there. */
export function Disclosure({ label, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <span className="why">
      <Button look="link" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onPress={() => setOpen(!isOpen)}>
        {label}
      </Button>
      <span id={id} className="why__text" hidden={!isOpen}>
        {children}
      </span>
    </span>
  )
}
