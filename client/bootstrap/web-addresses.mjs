/**
 * Stands in for linkifyjs, which Tiptap's Link extension brings along: of its 30 KB tokenizer we need only to know
 * web and mail addresses in pasted text. Linking while typing is off (it would act on what others type, too).
 */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'“”‘’]+[^\s<>"'“”‘’.,;:!?)\]}]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

function hrefOf(value, protocol) {
  if (/^https?:/i.test(value)) return value
  return /^www\./i.test(value) ? `${protocol}://${value}` : `mailto:${value}`
}

/** Every address in a text, in linkify's shape. */
export function find(text, options) {
  return [...text.matchAll(ADDRESS)].map((match) => ({
    type: match[0].includes('@') ? 'email' : 'url',
    isLink: true,
    value: match[0],
    href: hrefOf(match[0], options?.defaultProtocol ?? 'https'),
    start: match.index,
    end: match.index + match[0].length
  }))
}

export const tokenize = () => []
export const registerCustomProtocol = () => undefined
export const reset = () => undefined
