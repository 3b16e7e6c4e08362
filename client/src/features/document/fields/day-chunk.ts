import { chunk } from '../../../lib/chunk.js'

/** The field for a day with its calendar: fetched where somebody looks at a question for one. */
export const dayChunk = chunk(async () => (await import('../../../ui/day-field.js')).DayField)
