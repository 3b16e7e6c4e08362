/** An address as people type it: a bare domain means https, a bare mail address means mailto. */
export function addressFrom(typed: string): string {
  const trimmed = typed.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(trimmed)) return `mailto:${trimmed}`
  return /^[^\s/]+\.[^\s/.]{2,}(?:[/?#]\S*)?$/.test(trimmed) ? `https://${trimmed}` : trimmed
}
