/** What this page's browser knows of the address it was opened under. */
export interface OpenedAt {
  readonly origin: string
  /** The browser lets pages of this address keep a program, and use the clipboard. */
  readonly isSecure: boolean
}

export type AddressFinding = 'unset' | 'another' | 'thisMachine' | 'plain' | 'good'

const LOCAL = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/

/** Whether Roundtable was told an address that others than this machine can open. */
export function isOpenToOthers(publicUrl: string | null): boolean {
  return publicUrl !== null && !LOCAL.test(publicUrl)
}

/** What there is to say of the address, the gravest first. `publicUrl`: what the server was told people open. */
export function addressFinding(publicUrl: string | null, { origin, isSecure }: OpenedAt): AddressFinding {
  if (publicUrl === null) return LOCAL.test(origin) ? 'thisMachine' : 'unset'
  // Acts from another address than this are refused as another site's.
  if (new URL(publicUrl).origin !== origin) return 'another'
  if (LOCAL.test(publicUrl)) return 'thisMachine'
  return isSecure ? 'good' : 'plain'
}
