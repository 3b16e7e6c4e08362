/** So many tasks are made of one paste: more stay in the field and are added by asking again. */
export const MOST_LINES = 100

/** Characters of a title: a longer line is a text that was pasted by mistake, and no task is made of it. */
export const LONGEST_LINE = 300

/** What becomes of the lines in the field: tasks now, tasks when it is asked again, and no task as they are. */
export interface Lines {
  readonly now: readonly string[]
  readonly later: readonly string[]
  readonly tooLong: readonly string[]
}

/** Pasted or typed lines as titles: without marks of a list before them, and without empty ones. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}

export function sortedLines(text: string): Lines {
  const lines = linesOf(text)
  const fitting = lines.filter((line) => line.length <= LONGEST_LINE)
  return {
    now: fitting.slice(0, MOST_LINES),
    later: fitting.slice(MOST_LINES),
    tooLong: lines.filter((line) => line.length > LONGEST_LINE)
  }
}
