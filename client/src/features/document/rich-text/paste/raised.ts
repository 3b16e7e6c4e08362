const PLAIN = '0123456789+-−–=()ni'
const SIGNS = { raised: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ', lowered: '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₙᵢ' } as const

/** They begin with these, and among letters that have no sign these alone are written: two letters of a word are no word. */
const DIGITS = 10

type Shift = keyof typeof SIGNS

const SHIFTED = 'sup, sub, [style*="vertical-align" i]:not(td, th, tr, table, img)'
const BLOCKS = 'p, li, td, th, div, h1, h2, h3, h4, h5, h6, blockquote, pre, dt, dd, body'
/** Raised for looks alone: "1st" is read so on one line as well. */
const ORDINALS = /^(?:st|nd|rd|th|er|ère|ème)$/

/**
 * A text has no raised and no lowered words. Plain, "0,37" with a note 1 would be another number: what can be is written with
 * the signs that there are for it, and what cannot, right behind a number, gets a sign between them.
 */
export function withRaised(page: Document): void {
  for (const element of page.body.querySelectorAll(SHIFTED)) {
    const shift = shiftOf(element)
    if (shift === null || isWithinShifted(element)) continue
    const run = (element.textContent ?? '').trim()
    if (isWritable(run)) write(element, SIGNS[shift])
    else if (shift === 'lowered' || !/\p{Nd}$/u.test(wordsBefore(element))) write(element, SIGNS[shift].slice(0, DIGITS))
    else if (!ORDINALS.test(run)) element.prepend('^')
  }
}

function shiftOf(element: Element): Shift | null {
  const [, style] = /vertical-align:\s*(super|sub)\b/i.exec(element.getAttribute('style') ?? '') ?? []
  const name = (style ?? element.tagName).toLowerCase()
  return name === 'sup' || name === 'super' ? 'raised' : name === 'sub' ? 'lowered' : null
}

function isWithinShifted(element: Element): boolean {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (around.matches(SHIFTED) && shiftOf(around) !== null) return true
  return false
}

const isWritable = (run: string): boolean => [...run].every((letter) => PLAIN.includes(letter) || /\s/.test(letter))

/** What stands before it in its own paragraph. */
function wordsBefore(element: Element): string {
  const range = element.ownerDocument.createRange()
  range.setStart(element.closest(BLOCKS) ?? element.ownerDocument.body, 0)
  range.setEndBefore(element)
  return range.toString()
}

function write(node: Node, signs: string): void {
  for (const child of node.childNodes) write(child, signs)
  if (node.nodeType === Node.TEXT_NODE) node.nodeValue = [...(node.nodeValue ?? '')].map((letter) => signOf(letter, signs)).join('')
}

function signOf(letter: string, signs: string): string {
  return signs[PLAIN.indexOf(letter)] ?? letter
}
