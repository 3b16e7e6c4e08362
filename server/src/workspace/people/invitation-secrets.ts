import { hashSecret, newSecret } from '../../platform/tokens.js'
import { canonicalCode, codeFrom } from '../domain/join-code.js'
import type { InvitationHashes } from './invitation.store.js'

export interface InvitationSecrets {
  /** 256 bits, for the link. */
  readonly link: string
  /** About 40 bits, for reading aloud. */
  readonly code: string
}

/** What a new invitation's secrets are made from. With an idempotency key they can be told again to whoever asks again with it. */
export function seedOf(personId: string, key: string | null): string {
  return JSON.stringify(['invitation', personId, key ?? newSecret()])
}

/**
 * Secrets follow from the seed by a keyed hash: whoever has neither the server's key nor the seed learns nothing of them from
 * the tables, where only their own keyed hashes stand.
 */
export function secretsOf(invitationId: string, seed: string, key: string): InvitationSecrets {
  const derive = (part: string): Buffer => hashSecret(JSON.stringify([part, invitationId, seed]), key)
  return { link: derive('link').toString('base64url'), code: codeFrom(derive('code')) }
}

export function hashesOf({ link, code }: InvitationSecrets, key: string): InvitationHashes {
  return { secret: hashLink(link, key), code: hashCode(code, key) }
}

/** What somebody brought: a typed code, or else a link's secret. */
export function presented(secret: string, key: string): { by: keyof InvitationHashes; hash: Buffer } {
  const code = canonicalCode(secret)
  return code === null ? { by: 'secret', hash: hashLink(secret, key) } : { by: 'code', hash: hashCode(code, key) }
}

const hashLink = (link: string, key: string): Buffer => hashSecret(`invitation link ${link}`, key)
const hashCode = (code: string, key: string): Buffer => hashSecret(`invitation code ${code}`, key)
