/** What takes the focus when an entry goes: the next one, else the one before, else nothing. */
export function neighbourOf(entries: readonly { readonly id: string }[], id: string): string | null {
  const index = entries.findIndex((entry) => entry.id === id)
  return entries[index + 1]?.id ?? entries[index - 1]?.id ?? null
}
