import { type SamplePerson } from '@roundtable/shared/protocol'

export interface SampleAccount {
  readonly handle: string
  /** The name of the account; others see what the seat says. */
  readonly name: string
  /** Whom they stand for, in the list of links. */
  readonly stands: string
}

const NSO = 'National Statistical Office of Selara'

/** People of a country that does not exist. The citizen takes part under a pseudonym, without e-mail. */
export const SAMPLE_ACCOUNTS: Readonly<Record<SamplePerson, SampleAccount>> = {
  statistician: { handle: 'mara.okonjo', name: 'Mara Okonjo', stands: NSO },
  'cso-lead': { handle: 'tomas.reyes', name: 'Tomás Reyes', stands: 'River Watch Selara' },
  delegate: { handle: 'nadia.beksultan', name: 'Nadia Beksultan', stands: 'Lower Arin river communities' },
  citizen: { handle: 'blue-heron', name: 'Blue Heron', stands: 'citizen, under a pseudonym' },
  'union-lead': { handle: 'amara.lind', name: 'Amara Lind', stands: 'Selara Union of Persons with Disabilities' },
  facilitator: { handle: 'ines.halloran', name: 'Ines Halloran', stands: 'facilitator' },
  secretariat: { handle: 'collaborative.desk', name: 'Secretariat desk', stands: 'follows many countries' }
}
