import { rowsOf, type Clause } from '@roundtable/shared/document'
import type { OrganisationKind, Side } from '@roundtable/shared/framework'
import type { MemberView } from '@roundtable/shared/protocol'

/** A party as the clause asks for it, as far as the workspace knows. What each does with the data is for people to say. */
export interface Party {
  readonly name: string
  readonly kind: string | null
  readonly side: Side
}

/** The clause's kinds are fewer than those of organisations; a funder is of any. */
const KINDS: Readonly<Record<OrganisationKind, string | null>> = {
  community: 'community',
  cso: 'cso',
  cso_network: 'cso',
  community_organisation: 'cso',
  nso: 'nso',
  other_state: 'other_state',
  academia: 'academia',
  nhri: 'nhri',
  un_country_team: 'international',
  international: 'international',
  major_group: 'cso',
  funder: null,
  private_sector: 'private',
  citizen_science_network: 'cso'
}

/**
 * The organisations and communities that sit on a side, each once, and without those that the clause names already. A
 * delegate without an organisation stands for whoever gave the mandate; people who stand for themselves are no party.
 */
export function partiesToAdd(members: readonly MemberView[], clause: Pick<Clause, 'fields'>): readonly Party[] {
  const there = new Set(rowsOf(clause.fields, 'party').map(({ cells }) => sameName(String(cells.name ?? ''))))
  return members.flatMap((member) => {
    const party = partyOf(member)
    if (!party || there.has(sameName(party.name))) return []
    there.add(sameName(party.name))
    return [party]
  })
}

function partyOf({ side, role, organisation, organisationKind, mandateGivenBy }: MemberView): Party | null {
  if (side === null) return null
  if (organisation !== null) return { name: organisation, kind: organisationKind && KINDS[organisationKind], side }
  return role === 'COM' && mandateGivenBy ? { name: mandateGivenBy, kind: 'community', side } : null
}

const sameName = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase()
