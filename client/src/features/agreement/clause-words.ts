import type { Clause } from '@roundtable/shared/document'
import type { Text } from '../../locales/use-text.js'

/** What a clause is called: its catalogue title, or the heading its writers gave it. */
export function clauseTitle({ code, heading }: Pick<Clause, 'code' | 'heading'>, { t, sentence }: Pick<Text, 't' | 'sentence'>): string {
  return code === 'own' ? heading || t('clause.own') : sentence(`clause.${code}.title`, 'clause.unknown', { code })
}
