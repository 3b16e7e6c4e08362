/** An id nobody can guess or meet again: 128 random bits as hexadecimal. Works without a secure context, where `randomUUID` does not exist. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
