import { soughtWords, type Found } from '@roundtable/shared/protocol'
import { isMessageKey } from '../../locales/catalogue.js'
import type { Translate } from '../../locales/use-text.js'

/** What was found is called so: by its title, or a clause of the catalogue by the title this page has for it. */
export function foundName({ title, code }: Pick<Found, 'title' | 'code'>, t: Translate): string {
  return (code === '' ? title : clauseName(code, t)) || t('find.untitled')
}

/** "Clause 3", as this page's language says it, is the third clause of whichever agreement: its number; null for other words. */
export function numberSought(sought: readonly string[], t: Translate): number | null {
  const number = sought.find((word) => /^[1-9]\d{0,2}$/.test(word))
  return number && soughtWords(t('find.clauseNumber', { number })).join(' ') === sought.join(' ') ? Number(number) : null
}

/** The title of a clause of the catalogue; null for one that this build does not know. */
export function clauseName(code: string, t: Translate): string | null {
  const key = `clause.${code}.title`
  return isMessageKey(key) ? t(key) : null
}

/** Where it stands: in which document of which initiative. */
export function foundWhere({ kind, documentTitle, workspaceTitle }: Found, t: Translate): string {
  if (kind === 'initiative') return ''
  return kind === 'document' ? workspaceTitle : t('find.where', { document: documentTitle, initiative: workspaceTitle })
}
