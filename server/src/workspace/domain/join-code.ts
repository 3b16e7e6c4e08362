/** Digits and letters that nobody takes for another one: no 0 and O, no 1, I and L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 8
const GROUP = 4

/** A code that is read aloud and typed: about 40 bits, for a door that slows guessing down. `bytes`: at least 16, random. */
export function codeFrom(bytes: Uint8Array): string {
  let rest = bytes.slice(0, 16).reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  const base = BigInt(ALPHABET.length)
  let code = ''
  for (let place = 0; place < CODE_LENGTH; place++) {
    code += ALPHABET[Number(rest % base)] ?? ''
    rest /= base
  }
  return code
}

/** As it is shown: `ABCD-EFGH`. */
export function shownCode(code: string): string {
  return `${code.slice(0, GROUP)}-${code.slice(GROUP)}`
}

/** The code somebody typed, in any case, with or without spaces and hyphens; null when it can be none. */
export function canonicalCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
  return code.length === CODE_LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null
}
