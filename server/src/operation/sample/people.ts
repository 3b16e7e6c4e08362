import { type SamplePerson } from '@roundtable/shared/protocol'
import { type OrganisationKind, type Role, type Side } from '@roundtable/shared/framework'

export interface SampleSeat {
  readonly person: SamplePerson
  readonly handle: string
  /** The name of the account; others never see it where the seat has another. */
  readonly accountName: string
  /** What others see in the initiative. */
  readonly seatName: string
  readonly side: Side | null
  readonly role: Role
  readonly organisation?: { readonly name: string; readonly kind: OrganisationKind }
}

const NSO = { name: 'National Statistical Office of Selara', kind: 'nso' } as const
const CSO = { name: 'River Watch Selara', kind: 'cso' } as const

/** Six people of a country that does not exist. The citizen takes part under a pseudonym, without e-mail. */
export const SAMPLE_SEATS: readonly SampleSeat[] = [
  {
    person: 'statistician',
    handle: 'mara.okonjo',
    accountName: 'Mara Okonjo',
    seatName: 'Mara Okonjo',
    side: 'state',
    role: 'NSO',
    organisation: NSO
  },
  {
    person: 'cso-lead',
    handle: 'tomas.reyes',
    accountName: 'Tomás Reyes',
    seatName: 'Tomás Reyes',
    side: 'civic',
    role: 'CSO',
    organisation: CSO
  },
  {
    person: 'delegate',
    handle: 'nadia.beksultan',
    accountName: 'Nadia Beksultan',
    seatName: 'Nadia Beksultan',
    side: 'civic',
    role: 'COM',
    organisation: { name: 'Lower Arin river communities', kind: 'community' }
  },
  { person: 'citizen', handle: 'blue-heron', accountName: 'Blue Heron', seatName: 'Blue Heron', side: 'civic', role: 'CIT' },
  { person: 'facilitator', handle: 'ines.halloran', accountName: 'Ines Halloran', seatName: 'Ines Halloran', side: null, role: 'FAC' },
  {
    person: 'secretariat',
    handle: 'collaborative.desk',
    accountName: 'Secretariat desk',
    seatName: 'Secretariat of the Collaborative',
    side: null,
    role: 'SEC'
  }
]
