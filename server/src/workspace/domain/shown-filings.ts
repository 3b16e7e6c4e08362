import { type LeadKind, type Modality, type Side, decidingSides } from '@roundtable/shared/framework'

/** The sides that file their own here: those whose people may approve, which for principles means "we file ours". */
export function sidesThatFile(rule: { readonly modality: Modality; readonly leadKind: LeadKind | null }): readonly Side[] {
  return decidingSides(rule)
}

/** answers stand beside each other once every side that files has filed, so that none is written after another. */
export function areShown(filing: readonly Side[], filed: ReadonlySet<Side>): boolean {
  return filing.every((side) => filed.has(side))
}
