import type { Assignee, AssignmentView } from '@roundtable/shared/protocol'
import type { Translate } from '../../locales/use-text.js'

/** Who is asked, in words: a side by its name, an organisation, or a person with their role. */
export function assigneeWords({ kind, name, side, role }: Pick<Assignee, 'kind' | 'name' | 'side' | 'role'>, t: Translate): string {
  if (kind === 'side') return t(`sideTitle.${side ?? 'none'}`)
  return kind === 'seat' && role !== null ? t('standing.person', { name, role: t(`role.${role}`) }) : name
}

/** What whoever was asked has answered, in a sentence. */
export function answerWords(assignment: AssignmentView, t: Translate): string {
  const who = assigneeWords(assignment, t)
  return t(assignment.hasLeft ? 'standing.answer.left' : `standing.answer.${assignment.answer}`, { who })
}
