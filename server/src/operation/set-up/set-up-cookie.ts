import type { CookieOptions } from 'express'

/** Holds the printed token while somebody sets up: no script reads it, and no address has it. */
export const SET_UP_COOKIE = 'rt_set_up'

export function setUpCookie(publicUrl: string | null): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/api/set-up', secure: publicUrl?.startsWith('https:') ?? false }
}

/** The token of a Cookie header; null where there is none, or more than one. */
export function setUpTokenOf(header: string | undefined): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${SET_UP_COOKIE}=`))
    .map((pair) => pair.slice(SET_UP_COOKIE.length + 1))
  return values.length === 1 ? (values[0] ?? null) : null
}
