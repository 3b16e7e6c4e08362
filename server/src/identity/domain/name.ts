/**
 * The one form of a user name or e-mail under which it is stored, looked up and counted.
 * Width and case are folded (RFC 8265 §3.3), so nobody is refused for a capital letter and no variant earns extra guesses.
 */
export function canonicalName(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase().normalize('NFKC')
}

/** The same password typed on another keyboard gives the same bytes (NIST SP 800-63B §5.1.1.2). */
export function canonicalPassword(password: string): string {
  return password.normalize('NFKC')
}
