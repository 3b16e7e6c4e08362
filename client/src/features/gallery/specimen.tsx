import { useId, type ReactNode } from 'react'

/** One component with its name; below it each of its states. */
export function Specimen({ title, lead, children }: { readonly title: string; readonly lead?: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="section stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead !== undefined && <p className="prose">{lead}</p>}
      <div className="specimens">{children}</div>
    </section>
  )
}

/** One state, under its name. */
export function State({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <div className="specimens__state" role="group" aria-labelledby={id}>
      <p id={id} className="caption muted">
        {name}
      </p>
      {children}
    </div>
  )
}
