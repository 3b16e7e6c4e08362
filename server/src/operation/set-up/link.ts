/** Where the set-up is opened, with its token. */
export function setUpLink(address: string, token: string): string {
  return `${address}/setup?token=${token}`
}
