import type { SamplePerson } from '@roundtable/shared/protocol'
import type { SampleSeat } from './sample-workspace.js'

export interface SampleAccount {
  readonly handle: string
  /** The name of the account; others see what the seat says. */
  readonly name: string
  /** Whom they stand for, in the list of links. */
  readonly stands: string
}

/** Organisations that sit in several workspaces. */
export const OFFICE = { name: 'National Statistical Office of Selara', kind: 'nso' } as const
export const RIVER_WATCH = { name: 'River Watch Selara', kind: 'cso' } as const
export const UNION = { name: 'Selara Union of Persons with Disabilities', kind: 'cso' } as const
export const COMMUNITIES = { name: 'Lower Arin river communities', kind: 'community' } as const

/** People of a country that does not exist. The citizen takes part under a pseudonym, without e-mail. */
export const SAMPLE_ACCOUNTS: Readonly<Record<SamplePerson, SampleAccount>> = {
  statistician: { handle: 'mara.okonjo', name: 'Mara Okonjo', stands: OFFICE.name },
  'cso-lead': { handle: 'tomas.reyes', name: 'Tomás Reyes', stands: RIVER_WATCH.name },
  delegate: { handle: 'nadia.beksultan', name: 'Nadia Beksultan', stands: COMMUNITIES.name },
  citizen: { handle: 'blue-heron', name: 'Blue Heron', stands: 'citizen, under a pseudonym' },
  'union-lead': { handle: 'amara.lind', name: 'Amara Lind', stands: UNION.name },
  facilitator: { handle: 'ines.halloran', name: 'Ines Halloran', stands: 'facilitator' },
  secretariat: { handle: 'collaborative.desk', name: 'Secretariat desk', stands: 'follows many countries' }
}

/** The seats of those who sit in more than one workspace under the same name. */
export const STATISTICIAN: SampleSeat = { person: 'statistician', name: 'Mara Okonjo', side: 'state', role: 'NSO', organisation: OFFICE }
export const CSO_LEAD: SampleSeat = { person: 'cso-lead', name: 'Tomás Reyes', side: 'civic', role: 'CSO', organisation: RIVER_WATCH }
export const UNION_LEAD: SampleSeat = { person: 'union-lead', name: 'Amara Lind', side: 'civic', role: 'CSO', organisation: UNION }
export const FACILITATOR: SampleSeat = { person: 'facilitator', name: 'Ines Halloran', side: null, role: 'FAC' }
export const SECRETARIAT: SampleSeat = { person: 'secretariat', name: 'Secretariat of the Collaborative', side: null, role: 'SEC' }
