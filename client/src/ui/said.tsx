/** Words that somebody wrote: in their own direction and with their own line breaks. */
export function Said({ children }: { readonly children: string }) {
  return (
    <p className="said" dir="auto">
      {children}
    </p>
  )
}
