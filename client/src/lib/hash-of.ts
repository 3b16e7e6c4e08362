import { digest } from 'lib0/hash/sha256'

/** SHA-256 in hexadecimal. Not the browser's own: it has none on plain http. */
export function hashOf(text: string): string {
  return [...digest(new TextEncoder().encode(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
