import type { Text } from '../../../../locales/use-text.js'
import { cleanPasted, NOTHING_LEFT_OUT, type LeftOut } from './clean-pasted.js'
import { withItemsBegun } from './pasted-html.js'

type Words = Pick<Text, 't' | 'formatting'>

/** Pasted HTML as a text can take it, and what it could not take, as a sentence. */
export function readPaste(html: string, words: Words): { readonly html: string; readonly said: string | null } {
  const { html: cleaned, leftOut } = cleanPasted(html)
  return { html: withItemsBegun(cleaned), said: leftOutWords(leftOut, words) }
}

/** A picture by itself is no text: nothing of it is pasted, and that is said. Null where there is something else to paste. */
export function saidOfPictures({ clipboardData }: ClipboardEvent, words: Words): string | null {
  if (!clipboardData || clipboardData.types.some((type) => type.startsWith('text/'))) return null
  const pictures = [...clipboardData.files].filter(({ type }) => type.startsWith('image/')).length
  return leftOutWords({ ...NOTHING_LEFT_OUT, pictures }, words)
}

const SORTS = ['pictures', 'media', 'comments', 'controls', 'links', 'colours', 'scripts'] as const

function leftOutWords(leftOut: LeftOut, { t, formatting }: Words): string | null {
  const parts = SORTS.filter((sort) => leftOut[sort] > 0).map((sort) => t(`paste.${sort}`, { n: leftOut[sort] }))
  if (parts.length === 0) return null
  const n = SORTS.reduce((sum, sort) => sum + leftOut[sort], 0)
  return t('paste.leftOut', { n, list: new Intl.ListFormat(formatting).format(parts) })
}
