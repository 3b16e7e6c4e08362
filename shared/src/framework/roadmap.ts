/** Code lists of a roadmap (domain.md A6, A9, B7). */

/** Enabling environment (¶37 to ¶44). */
export const ENABLERS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8'] as const
/** Roles of a statistical office (¶34). */
export const NSO_ROLES = ['N1', 'N2', 'N3', 'N4'] as const
/** Commitments of the Collaborative. */
export const COMMITMENTS = ['CM1', 'CM2', 'CM3', 'CM4', 'CM5', 'CM6', 'CM7', 'CM8', 'CM9', 'CM10', 'CM11'] as const
/** Where a task works (¶45). */
export const LEVELS = ['local', 'national', 'regional', 'global'] as const
/** What a task closes: the gaps of a national strategy for statistics. */
export const GAPS = ['data', 'reporting', 'financial', 'geographic', 'capacity'] as const
export const FUNDINGS = ['none', 'sought', 'partly', 'funded', 'in_kind'] as const

/** How far a task is: said by intent, never typed into the document. */
export const TASK_STATUSES = ['idea', 'proposed', 'accepted', 'in_progress', 'blocked', 'done', 'dropped'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]
