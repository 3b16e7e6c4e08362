/**
 * Pseudo-locales, made at run time from the English catalogue: `en-XA` shows text that is not in a catalogue
 * and layouts that break at 35 % more length, `ar-XB` shows what forgot to be mirrored.
 * Only literal text is changed; arguments, plural selectors and tags stay what they are.
 */
export type PseudoStyle = 'long' | 'mirrored'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = [...'áƀçðéƒğħíĵķļɱñóþʠřšţúṽŵẋýžÁƁÇÐÉƑĞĦÍĴĶĻṀÑÓÞǪŘŠŢÚṼŴẊÝŽ']
const RIGHT_TO_LEFT_OVERRIDE = '\u202e'
const POP_DIRECTION = '\u202c'

/** One ICU message in the given style. */
export function pseudo(message: string, style: PseudoStyle): string {
  const { text } = messageAt(message, 0, style)
  return style === 'long' ? `⟦${text}${' ·'.repeat(Math.ceil((message.length * 0.35) / 2))}⟧` : text
}

/** Every message of a catalogue in the given style. */
export function pseudoCatalogue(catalogue: Readonly<Record<string, string>>, style: PseudoStyle): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, pseudo(message, style)]))
}

interface Piece {
  readonly text: string
  readonly next: number
}

/** Reads a message up to its end or to the brace that closes it. */
function messageAt(source: string, start: number, style: PseudoStyle): Piece {
  let text = ''
  let literal = ''
  let at = start
  while (at < source.length && source[at] !== '}') {
    if (source[at] !== '{') {
      literal += source[at]
      at += 1
      continue
    }
    const argument = argumentAt(source, at, style)
    text += styled(literal, style) + argument.text
    literal = ''
    at = argument.next
  }
  return { text: text + styled(literal, style), next: at }
}

/** Reads `{name}`, `{name, number}` or `{name, plural, one {…} other {…}}`; only the inner messages are changed. */
function argumentAt(source: string, start: number, style: PseudoStyle): Piece {
  let text = '{'
  let at = start + 1
  while (at < source.length && source[at] !== '}') {
    if (source[at] !== '{') {
      text += source[at]
      at += 1
      continue
    }
    const inner = messageAt(source, at + 1, style)
    text += `{${inner.text}}`
    at = inner.next + 1
  }
  return { text: `${text}}`, next: at + 1 }
}

function styled(literal: string, style: PseudoStyle): string {
  if (style === 'long') return literal.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)
  return literal.replace(/[A-Za-z]+/g, (word) => `${RIGHT_TO_LEFT_OVERRIDE}${word}${POP_DIRECTION}`)
}
