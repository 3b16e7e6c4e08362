import { SAMPLE_SEATS } from './people.js'

/** One line a sample person: who they are, and where one click signs in as them. */
export function sampleSignInLinks(address: string): string[] {
  const widest = Math.max(...SAMPLE_SEATS.map(({ accountName }) => accountName.length))
  return SAMPLE_SEATS.map(
    ({ person, accountName, organisation, role }) =>
      `  ${accountName.padEnd(widest)}  ${address}/sign-in?sample=${person}   ${organisation?.name ?? ROLE_WORDS[role] ?? ''}`
  )
}

const ROLE_WORDS: Readonly<Record<string, string>> = {
  CIT: 'citizen, under a pseudonym',
  FAC: 'facilitator',
  SEC: 'follows many countries'
}
