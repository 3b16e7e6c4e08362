/** A spinner always says what is waited for. */
export function Waiting({ children }: { readonly children: string }) {
  return (
    <div className="waiting" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{children}</span>
    </div>
  )
}
