import { FRAMEWORK_PARAGRAPHS } from '../../framework/index.js'

/*
 * A mention of a paragraph of the Framework is words under a mark: `¶41`. The words are the mention, so that they stay
 * readable where the mark is not known (an earlier build, an export, a copy elsewhere), and mark and words cannot disagree.
 */
const ONE = /¶([1-9]\d?)/gu
const MENTIONS = /^(?:¶[1-9]\d?)+$/u

/** The words of a mention. */
export const mentionOf = (paragraph: number): string => `¶${paragraph}`

/** The paragraphs that marked words name, one after the other; none where the words are no mention, whatever marks them. */
export function mentionedParagraphs(words: string): readonly number[] {
  if (!MENTIONS.test(words)) return []
  const numbers = [...words.matchAll(ONE)].map(([, number]) => Number(number))
  return numbers.every((number) => number <= FRAMEWORK_PARAGRAPHS) ? numbers : []
}
