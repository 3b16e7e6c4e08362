import { type LeadKind, type Modality, type Side, decidingSides } from '@roundtable/shared/framework'

/** The sides that file their own here: those whose people may approve, which for principles means "we file ours". */
export function sidesThatFile(rule: { readonly modality: Modality; readonly leadKind: LeadKind | null }): readonly Side[] {
  return decidingSides(rule)
}

/**
 * the filed copies stand beside each other while every side that files under the modality of now has filed. The living
 * documents are read by whoever may view them all along: what is kept back is the copies alone.
 */
export function areShown(filing: readonly Side[], filed: ReadonlySet<Side>): boolean {
  return filing.every((side) => filed.has(side))
}
