import type { MessageArguments } from './catalogue.js'

/** Scripts that are written from right to left, as far as Unicode has them in its first planes. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u
/** One of a message's own choices (`{isCounted, select, yes {…}}`), and no words. */
const CHOICE = /^[a-z]+$/
const ISOLATE = '\u2068'
const END = '\u2069'

/**
 * What a sentence is filled with, set apart where it may be of another direction than the sentence: else a name turns the date
 * and the brackets beside it around (UAX #9, first strong isolate).
 */
export function isolated(args: MessageArguments | undefined, direction: 'ltr' | 'rtl'): MessageArguments {
  const isApart = (value: unknown): value is string =>
    typeof value === 'string' && value !== '' && (direction === 'rtl' ? !CHOICE.test(value) : RIGHT_TO_LEFT.test(value))
  return Object.fromEntries(Object.entries(args ?? {}).map(([name, value]) => [name, isApart(value) ? `${ISOLATE}${value}${END}` : value]))
}
