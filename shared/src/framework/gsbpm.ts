/**
 * The Generic Statistical Business Process Model as tags of a stage (¶12 note 4). The Framework cites version 5.1; 5.2
 * keeps its numbers and renames some (AMB-9), so that a tag is a number and a name comes with a version.
 */
import type { Stage } from './codes.js'

export const GSBPM_VERSIONS = ['5.1', '5.2'] as const

/** How many sub-processes each phase has in 5.1. */
const SUB_PROCESSES = { 1: 6, 2: 6, 3: 7, 4: 4, 5: 8, 6: 5, 7: 5, 8: 3 } as const
type Phase = keyof typeof SUB_PROCESSES

const numbered = (phase: Phase, from = 1): readonly string[] =>
  Array.from({ length: SUB_PROCESSES[phase] - from + 1 }, (_, index) => `${phase}.${from + index}`)

/** Every sub-process by number, 1.1 to 8.3. */
export const GSBPM: readonly string[] = ([1, 2, 3, 4, 5, 6, 7, 8] as const).flatMap((phase) => numbered(phase))

/** The sub-processes a stage can be tagged with. Phase 7 belongs to two stages (AMB-7): S5 takes 7.4 and 7.5 alone. */
export const GSBPM_OF_STAGE: Readonly<Record<Stage, readonly string[]>> = {
  S1: [...numbered(1), ...numbered(2)],
  S2: [...numbered(3), ...numbered(4)],
  S3: numbered(5),
  S4: [...numbered(6), ...numbered(7)],
  S5: numbered(7, 4),
  S6: numbered(8)
}
