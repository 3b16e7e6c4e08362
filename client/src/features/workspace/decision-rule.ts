import type { Because } from '@roundtable/shared/protocol'
import { MODALITIES, type Modality } from '@roundtable/shared/framework'

/** The rule behind "who decides here" of each modality, with the Framework paragraph it stands on. */
const RULES: Readonly<Record<Modality, { rule: string; paragraph: string }>> = {
  M0: { rule: 'R-33', paragraph: '¶9–11' },
  M1: { rule: 'R-03', paragraph: '¶15.1' },
  M2: { rule: 'R-04', paragraph: '¶15.2' },
  M3: { rule: 'R-05', paragraph: '¶15.3' },
  M4: { rule: 'R-06', paragraph: '¶15.4' },
  M5: { rule: 'R-06', paragraph: '¶15.5' }
}

/**
 * The sentence, rule and paragraph of a `decides.…` key. The server may name a finer key (`decides.M3.OBJ`)
 * than this build has words for; then the modality's own sentence is used.
 */
export function decisionRule(key: string, hasSentence: (key: string) => boolean): Because {
  const modality = MODALITIES.find((one) => key.split('.')[1] === one) ?? 'M0'
  return { ...RULES[modality], sentence: hasSentence(key) ? key : `decides.${modality}` }
}
