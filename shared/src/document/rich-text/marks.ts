import { canonicalJson } from '../canonical-json.js'
import type { RichMark } from './rich-text.js'
import { isSafeHref, MARKS, type MarkName } from './schema.js'

/** y-tiptap writes marks that may overlap themselves as `name--` and eight characters of a hash. */
const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/su

const isMarkName = (name: string): name is MarkName => (MARKS as readonly string[]).includes(name)

const nameOf = (key: string): string => HASHED.exec(key)?.[1] ?? key

/** Whether a formatting attribute is a mark of this build; a link has to lead somewhere, what else is in a value says nothing. */
export function isKnownMark([key, value]: readonly [string, unknown]): boolean {
  const name = nameOf(key)
  return isMarkName(name) && (name !== 'link' || readMark(name, value) !== undefined)
}

/** The marks of one run of text from its Yjs formatting attributes: known names only, one of each, in canonical order. */
export function marksOf(attributes: object | undefined): readonly RichMark[] {
  const found = new Map<MarkName, RichMark>()
  for (const [key, value] of Object.entries(attributes ?? {})) {
    const name = nameOf(key)
    const mark = isMarkName(name) ? readMark(name, value) : undefined
    if (!mark) continue
    const other = found.get(mark.type)
    if (!other || canonicalJson(mark) < canonicalJson(other)) found.set(mark.type, mark)
  }
  return MARKS.flatMap((name) => found.get(name) ?? [])
}

function readMark(name: MarkName, value: unknown): RichMark | undefined {
  if (value === null || value === undefined) return undefined
  if (name !== 'link') return { type: name }
  const href = typeof value === 'object' && Object.hasOwn(value, 'href') ? (value as { href: unknown }).href : undefined
  return isSafeHref(href) ? { type: 'link', attrs: { href } } : undefined
}
