import type { Because } from '@roundtable/shared/protocol'
import { MODALITIES } from '@roundtable/shared/framework'

type Subject = (typeof MODALITIES)[number] | 'PRIN' | 'COMM'

/** The rule behind "who decides here", with the Framework paragraph it stands on; principles and comments have their own. */
const RULES: Readonly<Record<Subject, { rule: string; paragraph: string }>> = {
  M0: { rule: 'R-33', paragraph: '¶9, ¶10, ¶11' },
  M1: { rule: 'R-03', paragraph: '¶15.1' },
  M2: { rule: 'R-04', paragraph: '¶15.2' },
  M3: { rule: 'R-05', paragraph: '¶15.3' },
  M4: { rule: 'R-06', paragraph: '¶15.4' },
  M5: { rule: 'R-06', paragraph: '¶15.5' },
  PRIN: { rule: 'R-18', paragraph: '¶18, ¶27, ¶39' },
  COMM: { rule: 'R-24', paragraph: '¶30' }
}
const SUBJECTS: readonly Subject[] = [...MODALITIES, 'PRIN', 'COMM']

/**
 * The sentence, rule and paragraph of a `decides.…` key. The server may name a finer key (`decides.M3.OBJ`)
 * than this build has words for; then the modality's own sentence is used.
 */
export function decisionRule(key: string, hasSentence: (key: string) => boolean): Because {
  const subject = SUBJECTS.find((one) => one === key.split('.')[1]) ?? 'M0'
  return { ...RULES[subject], sentence: hasSentence(key) ? key : `decides.${subject}` }
}
