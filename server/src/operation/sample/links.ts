import { SAMPLE_PEOPLE } from '@roundtable/shared/protocol'
import { SAMPLE_ACCOUNTS } from './people.js'

/** One line a sample person: who they are, and where one click signs in as them. */
export function sampleSignInLinks(address: string): string[] {
  const widest = Math.max(...Object.values(SAMPLE_ACCOUNTS).map(({ name }) => name.length))
  return SAMPLE_PEOPLE.map((person) => {
    const { name, stands } = SAMPLE_ACCOUNTS[person]
    return `  ${name.padEnd(widest)}  ${address}/sign-in?sample=${person}   ${stands}`
  })
}
