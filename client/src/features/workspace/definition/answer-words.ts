import type { DefinitionQuestion } from '@roundtable/shared/framework'
import type { Text } from '../../../locales/use-text.js'

/** An answer in words. */
export function answerWords({ sentence }: Pick<Text, 'sentence'>, question: DefinitionQuestion, value: string): string {
  return sentence(`definition.${question}.${value}`, 'definition.noAnswer')
}
