import type { Passage, PassagesKind } from '@roundtable/shared/document'
import { beginning } from '../../../lib/beginning.js'
import type { Text } from '../../../locales/use-text.js'

/** How much of a passage is shown beside its name. */
const MOST_LETTERS = 90

/** What people call a passage: its heading or title, the question it answers, or its number. */
export function passageName(kind: PassagesKind, { code, heading, number }: Passage, { t, sentence }: Pick<Text, 't' | 'sentence'>): string {
  switch (kind) {
    case 'objectives':
      return code === null ? t('objectives.numbered', { number }) : sentence(`objectives.${code}`, 'field.unknownField', { name: code })
    case 'agreement':
      return code === 'own' ? heading || t('clause.own') : sentence(`clause.${code}.title`, 'clause.unknown', { code: code ?? '' })
    case 'roadmap':
      return heading || t('passages.task', { number })
    case 'plan':
      return sentence(`plan.${code}.heading`, 'field.unknownField', { name: code ?? '' })
  }
}

/** How a passage begins, or nothing where it has no words of its own. */
export function firstWords({ words }: Passage): string | undefined {
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : beginning(line, MOST_LETTERS)
}
