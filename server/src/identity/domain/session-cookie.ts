export const SESSION_COOKIE = 'rt_session'

/** The form of `newSecret()`: 32 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** Every value that the header gives our cookie, well formed or not. */
function valuesOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
    .map((pair) => pair.slice(SESSION_COOKIE.length + 1))
}

/**
 * The session token of a Cookie header; null when there is none or it cannot be one of ours.
 * Two different values mean that somebody planted one beside the real one (another path or a sibling domain);
 * which is which cannot be told (RFC 6265 §8.6), so neither is taken.
 */
export function tokenOf(header: string | undefined): string | null {
  const values = new Set(valuesOf(header))
  const [token] = values
  return values.size === 1 && token !== undefined && TOKEN.test(token) ? token : null
}

/** Whose session a request comes under, to be compared with another request's. */
export function sessionTokenOf({ headers }: { readonly headers: { readonly cookie?: string } }): string | null {
  return tokenOf(headers.cookie)
}

/** All tokens a browser presents: each of them ends when it signs in anew. */
export function presentedTokens(header: string | undefined): string[] {
  return [...new Set(valuesOf(header))].filter((value) => TOKEN.test(value)).slice(0, 5)
}
