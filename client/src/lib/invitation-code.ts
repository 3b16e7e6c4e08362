/** As long as the server makes them. */
const CODE_LENGTH = 8
const GROUP = 4

/** Characters that are never in a code, because they are taken for one another. */
const NEVER_USED = /[01OIL]/

/** A code as it is compared: capitals, without the spaces and dashes that people put between groups. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]+/gu, '')
    .toUpperCase()
}

/** A code as it is read and typed: in groups of four. */
export function groupedCode(code: string): string {
  return (
    plainCode(code)
      .match(new RegExp(`.{1,${GROUP}}`, 'gu'))
      ?.join(' ') ?? ''
  )
}

/** Why this can be no code, before anybody is asked. */
export function codeProblem(typed: string): 'missing' | 'never_used' | 'length' | null {
  const plain = plainCode(typed)
  if (plain === '') return 'missing'
  if (NEVER_USED.test(plain)) return 'never_used'
  return [...plain].length === CODE_LENGTH ? null : 'length'
}
