import { BUILT_IN_TEMPLATE } from '@roundtable/shared/document'
import { isLaterVersion, type KindTemplate } from '@roundtable/shared/protocol'

/** What names a set: what is to be different is another version of it. */
export interface TemplateName {
  readonly id: string
  readonly version: string
  readonly language: string
}

/** What one set says of one kind of document. */
export interface TemplateOfKind extends TemplateName {
  readonly name: string
  readonly kind: KindTemplate
  /** Null for the shipped set, which was there before any other. */
  readonly addedAt: Date | null
}

export const SHIPPED: TemplateOfKind = { ...BUILT_IN_TEMPLATE, kind: {}, addedAt: null }

export const isShipped = ({ id, version, language }: TemplateName): boolean =>
  id === BUILT_IN_TEMPLATE.id && version === BUILT_IN_TEMPLATE.version && language === BUILT_IN_TEMPLATE.language

/** The languages whose templates serve somebody, best first: their own tag, its language alone, English. */
export function languagesFor(locale: string): readonly string[] {
  return [...new Set([locale, locale.split('-')[0] ?? locale, BUILT_IN_TEMPLATE.language])]
}

/**
 * Whether a document that has `mine` can be moved to `other`: a later version of the same set, or a set that was added
 * later; never to another language, whose words nobody here may read.
 */
export function isNewer(other: TemplateOfKind, mine: TemplateOfKind): boolean {
  if (other.language !== mine.language) return false
  if (other.id === mine.id) return isLaterVersion(other.version, mine.version)
  return other.addedAt !== null && (mine.addedAt === null || other.addedAt > mine.addedAt)
}

/** The questions beside which other words stand, in the order of the names. */
export function reworded(mine: KindTemplate, other: KindTemplate): string[] {
  const said = ({ guidance = {} }: KindTemplate, code: string): string => JSON.stringify(guidance[code] ?? null)
  const codes = new Set([...Object.keys(mine.guidance ?? {}), ...Object.keys(other.guidance ?? {})])
  return [...codes].filter((code) => said(mine, code) !== said(other, code)).toSorted()
}
