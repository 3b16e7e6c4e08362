import { REGISTRY_LEVELS, decidingSides, type LeadKind, type Modality, type RegistryLevel } from '@roundtable/shared/framework'
import type { SideVoice } from './voices.js'

/**
 * What the secretariat's registry shows: set by the lead, under M3 by both sides. The least of what every voice of the
 * sides that set it allows; whoever has said nothing allows `silence`, and so does a side that nobody speaks for. Under M4
 * and M5 the civic side has its say as well: data about people are theirs before they are anybody's report (¶26).
 */
export function registryLevelOf(
  workspace: { readonly modality: Modality; readonly leadKind: LeadKind | null },
  voices: readonly SideVoice[],
  wishes: ReadonlyMap<string, RegistryLevel>,
  silence: RegistryLevel
): RegistryLevel {
  const levels = decidingSides(workspace).flatMap((side) => {
    const counted = voices.filter((voice) => voice.counts && voice.side === side)
    return counted.length === 0 ? [silence] : counted.map(({ key }) => wishes.get(key) ?? silence)
  })
  return REGISTRY_LEVELS[Math.min(...levels.map((level) => REGISTRY_LEVELS.indexOf(level)))] ?? 'none'
}
