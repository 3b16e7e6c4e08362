import { v4 } from 'uuid'
import type { Origin } from '../../identity/index.js'
import { hashSecret } from '../../platform/tokens.js'

/** Whoever knows the key is told the phrase again: 128 bits, in the densest writing that a header takes. */
const SHORTEST_KEY = 22

/**
 * What the account of whoever comes signed out is made from: the request's own key, kept by the page that sends it again
 * when no answer came, and the server's. Null where the key is none that nobody guesses: then it is made by chance, once.
 */
export function originOf(requestKey: string | null, invitationHash: Buffer, secret: string): Origin | null {
  if (requestKey === null || requestKey.length < SHORTEST_KEY) return null
  const derive = (what: string): Buffer =>
    hashSecret(JSON.stringify(['newcomer', what, requestKey, invitationHash.toString('hex')]), secret)
  return { id: v4({ random: derive('id').subarray(0, 16) }), randomBytes: (what, count) => derive(what).subarray(0, count) }
}
