import { sampleSignInLinks } from './sample/links.js'
import { setUpLink } from './set-up/link.js'

interface Started {
  /** What people open. */
  readonly address: string
  /** So long the start has taken. */
  readonly seconds: number
  /** Sample people sign in by one click. */
  readonly opensByClick: boolean
  /** Of the set-up; null where somebody is the operator. */
  readonly token: string | null
}

/** The few lines that a start ends with. Whoever only tries Roundtable finds the links first, and needs nothing else. */
export function welcome({ address, seconds, opensByClick, token }: Started): string[] {
  const ready = `Roundtable is ready at ${address}  (${seconds.toFixed(1)} s)`
  if (!opensByClick) return [ready, ...setUp('Nobody is the operator yet. Set it up, once, within a day:', address, token)]
  const links = ['', 'Sign in with one click as:', ...sampleSignInLinks(address)]
  const more = setUp('To try it, nothing more is needed. To look after it for others, set it up, once, within a day:', address, token)
  return [ready, ...links, ...more, '', 'Stop with Ctrl-C.']
}

function setUp(words: string, address: string, token: string | null): string[] {
  return token === null ? [] : ['', words, `  ${setUpLink(address, token)}`]
}
