import { badInput } from './bad-input.js'
import { MAX_DEPTH } from './limits.js'

/** Every level of a document takes two of its JSON (a node and its list of children), and a root some more. */
const MAX_JSON_DEPTH = MAX_DEPTH * 3

/**
 * The one JSON text of a value: keys in UTF-16 order, no spaces, as RFC 8785 orders and escapes them.
 * Narrower than the RFC in two ways: numbers are safe integers (readers turn every other number into a string or drop it),
 * and properties that are undefined are left out.
 * Throws `bad_input` naming the place of a value that has no such text.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', 0)
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > MAX_JSON_DEPTH) throw badInput('$', `nested more than ${MAX_JSON_DEPTH} deep`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw badInput(path, 'not a safe integer')
    return String(value === 0 ? 0 : value)
  }
  if (Array.isArray(value)) return `[${value.map((item, index) => write(item, `${path}[${index}]`, depth + 1)).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([left], [right]) => (left < right ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${write(item, `${path}.${key}`, depth + 1)}`).join(',')}}`
  }
  throw badInput(path, `a ${typeof value} has no JSON text`)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
