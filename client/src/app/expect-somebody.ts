import { toolsChunk } from './layout.js'
import { InitiativesPage } from './pages.js'
import { Inside } from './signed-in.js'

/** The addresses at which one comes in: there what is behind the door would only be in the way. */
const WAY_IN = /^\/(?:join|sign-in|recover|setup)(?:\/|$)/
const FIRST_PAGES = ['/', '/initiatives']

/** Begins to fetch what somebody who is signed in needs at once, while it is still asked whether somebody is. */
export function expectSomebody(pathname: string): void {
  if (WAY_IN.test(pathname)) return
  toolsChunk.load()
  Inside.load()
  if (FIRST_PAGES.includes(pathname)) InitiativesPage.load()
}
