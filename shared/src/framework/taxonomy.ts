/** The Framework's Table 1 as data (domain.md A7): who leads and who takes part at each stage, by modality. */
import type { Modality, Side, Stage } from './codes.js'
import type { LeadKind } from './power.js'

/** How far a side takes part, from nothing to leading (¶11 note 3). The order is the ladder's. */
export const ENGAGEMENTS = ['none', 'informed', 'consulted', 'contribute', 'co_design', 'co_decide', 'lead'] as const
export type Engagement = (typeof ENGAGEMENTS)[number]

export type StageParts = Readonly<Record<Side, Engagement>>

/** What citizens do where others lead: Table 1, column of modalities 4 and 5. Examples of meaningful participation, not ceilings. */
const CIVIC_WHERE_OTHERS_LEAD: Readonly<Record<Stage, Engagement>> = {
  S1: 'co_design',
  S2: 'contribute',
  S3: 'contribute',
  S4: 'contribute',
  S5: 'contribute',
  S6: 'contribute'
}

/**
 * Who leads and who takes part at a stage, as Table 1 has it for the modality: defaults that each side replaces with its own
 * answer. M0 stands as M3 does.
 */
export function tableOne(modality: Modality, stage: Stage, leadKind: LeadKind | null): StageParts {
  switch (modality) {
    case 'M1':
      return { civic: 'lead', state: 'none', other: 'none' }
    case 'M2':
      return { civic: 'lead', state: 'contribute', other: 'contribute' }
    case 'M0':
    case 'M3':
      return { civic: 'co_decide', state: 'co_decide', other: 'contribute' }
    case 'M4':
      return { civic: CIVIC_WHERE_OTHERS_LEAD[stage], state: 'lead', other: 'none' }
    case 'M5':
      return leadKind === 'OSA'
        ? { civic: CIVIC_WHERE_OTHERS_LEAD[stage], state: 'lead', other: 'none' }
        : { civic: CIVIC_WHERE_OTHERS_LEAD[stage], state: 'none', other: 'lead' }
  }
}
