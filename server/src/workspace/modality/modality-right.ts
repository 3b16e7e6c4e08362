import type { Decision, WorkspaceFacts } from '@roundtable/shared/ability'
import { type Ask, type Member, ask } from '../../ability/index.js'
import type { ChangeRow } from './modality.store.js'

const APPROVE: Ask = { action: 'approve', artefact: 'PROF' }

/** Whoever decides under what holds answers, or whoever would decide then. The refusal names what stands in the way now. */
export function mayDecideOn(
  { actor, workspace }: Pick<Member, 'actor' | 'workspace'>,
  change: Pick<ChangeRow, 'toModality' | 'toLeadKind' | 'toNamedPartner'>
): Decision {
  const now = ask({ actor, workspace }, APPROVE)
  if (now.allowed) return now
  const then: WorkspaceFacts = {
    ...workspace,
    modality: change.toModality,
    leadKind: change.toLeadKind,
    namedPartner: change.toNamedPartner
  }
  const later = ask({ actor, workspace: then }, APPROVE)
  return later.allowed ? later : now
}

/** A proposal is its proposer's to take back. */
export function mayWithdraw({ seat }: Member, { proposedBy, status }: ChangeRow): boolean {
  return status === 'open' && proposedBy === seat.id
}
