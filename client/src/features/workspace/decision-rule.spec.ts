import { WHO_DECIDES } from '@roundtable/shared/ability'
import { isMessageKey } from '../../locales/catalogue.js'
import { decisionRule } from './decision-rule.js'

describe('who decides here', () => {
  it.each(WHO_DECIDES)('[UI-12] %s has a sentence, a rule and a paragraph', (key) => {
    const { sentence, rule, paragraph } = decisionRule(key, isMessageKey)
    expect(sentence).toBe(key)
    expect(rule).toMatch(/^(R|A|ABIL)-\d+$/)
    expect(paragraph).toMatch(/¶/)
  })

  it('[UI-12] falls back to the modality when this build has no words for a finer key', () => {
    expect(decisionRule('decides.M3.NEWS', isMessageKey)).toEqual({ rule: 'R-05', paragraph: '¶15.3', sentence: 'decides.M3' })
  })
})
