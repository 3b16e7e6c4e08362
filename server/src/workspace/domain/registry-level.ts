import { REGISTRY_LEVELS, decidingSides, type LeadKind, type Modality, type RegistryLevel, type Side } from '@roundtable/shared/framework'

/**
 * What the secretariat's registry shows: set by the lead, under M3 by both sides. The least of what the sides that
 * set it allow; a side that has said nothing allows nothing. Under M4 and M5 the civic side has its say as well: data about
 * people are theirs before they are anybody's report (¶26).
 */
export function registryLevelOf(
  workspace: { readonly modality: Modality; readonly leadKind: LeadKind | null },
  wishes: readonly { readonly side: Side; readonly level: RegistryLevel }[]
): RegistryLevel {
  const levels = decidingSides(workspace).map((side) => wishes.find((wish) => wish.side === side)?.level ?? 'none')
  return REGISTRY_LEVELS[Math.min(...levels.map((level) => REGISTRY_LEVELS.indexOf(level)))] ?? 'none'
}
