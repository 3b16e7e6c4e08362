import { type LeadKind, type Modality, type Side, type Stage, decidingSides } from '@roundtable/shared/framework'
import { sidesThatAccept } from './acceptance.js'
import type { SideVoice } from './voices.js'

/** How the population names itself, and how people say for themselves whether they belong: what is agreed together (¶17.7, ¶25). */
export interface SelfDefinition {
  readonly populations: readonly string[]
  readonly populationLabel: string
  readonly identification: string
}

/** The sides that agree: the civic side under every modality, and whoever decides beside it, "with the office or government" (¶25). */
export function sidesThatAgree(rule: { readonly modality: Modality; readonly leadKind: LeadKind | null }): readonly Side[] {
  return [...new Set<Side>(['civic', ...decidingSides(rule)])]
}

/** every voice of every side that is asked has agreed to these very words; whoever is silent has not. */
export function isAgreed(sides: readonly Side[], voices: readonly SideVoice[], agreed: ReadonlySet<string>): boolean {
  return sidesThatAccept(sides, voices, agreed).length === sides.length
}

/** What is still to be said before anybody can agree to it. */
export function unsaid({ populationLabel, identification }: SelfDefinition): readonly (keyof SelfDefinition)[] {
  return [
    ...(populationLabel.trim() === '' ? ['populationLabel' as const] : []),
    ...(identification.trim() === '' ? ['identification' as const] : [])
  ]
}

const isDesign = (stage: Stage | null): boolean => stage === null || stage === 'S1'

/** The design is closed by going on to a later stage; R-08 is its gate. Whoever has gone on is not called back by it. */
export function leavesDesign(before: Stage | null, after: Stage | null): boolean {
  return isDesign(before) && !isDesign(after)
}
