/** Where to go after signing in: a path of this site only, never another site's address. */
export function addressAfterSignIn(search: URLSearchParams): string {
  const next = search.get('next')
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/'
}

/** The sign-in page that brings people back to where they were going. */
export function signInAddress(pathname: string, search: string): string {
  const here = `${pathname}${search}`
  return here === '/' || here === '/initiatives' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`
}
