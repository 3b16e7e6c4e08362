import type { AnswerState } from '@roundtable/shared/document'

/** The sign beside the words, for those who scan; the words say the same. */
export const ANSWER_SIGNS: Readonly<Record<AnswerState, string>> = { open: '○', begun: '◐', answered: '●', not_arising: '–' }
