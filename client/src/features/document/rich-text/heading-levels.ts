export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** The level at which the next heading of a text is shown, by its stored one; asked once for each, in the order they are read. */
export type ShownLevel = (stored: number) => HeadingLevel

/** The page has its own h1: a text's headings are shown one level lower than they are stored, as in the editor. */
export const asStored: ShownLevel = (stored) => asLevel(stored + 1)

/**
 * For a text that stands under a heading of this level: its first headings follow at the next one, and each goes down by
 * one at most, so that no level is left out, whichever people chose.
 */
export function levelsUnder(under: number): ShownLevel {
  const open: number[] = []
  return (stored) => {
    while (open.length > 0 && open.at(-1)! >= stored) open.pop()
    open.push(stored)
    return asLevel(under + open.length)
  }
}

const asLevel = (level: number): HeadingLevel => Math.min(Math.max(level, 1), 6) as HeadingLevel
