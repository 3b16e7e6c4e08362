import type { Artefact, Role } from '../framework/index.js'
import type { Because } from '../protocol/live.js'
import { rowOf } from './amendments.js'
import { type Ability, reasonOf } from './casl.js'
import { cellParagraphs } from './ground.js'
import type { Action, WorkspaceFacts } from './question.js'
import { paragraphOfSentence, ruleOfSentence } from './reason.js'

export interface Asked {
  readonly action: Action
  readonly artefact: Artefact
  readonly role: Role
  readonly workspace: WorkspaceFacts
}

/**
 * The whole reason of an ability's answer about "some of" an artefact: sentence, rule, and the paragraphs as `decide` names them.
 * Null when no rule of ours spoke. For a client, which has its rules and knows where it sits, and not what else `decide` asks for.
 */
export function becauseOf(ability: Ability, { action, artefact, role, workspace }: Asked): Because | null {
  const sentence = reasonOf(ability, action, artefact)
  if (sentence === null) return null
  const cell = () => cellParagraphs(rowOf(role, workspace), workspace.modality, artefact)
  return { rule: ruleOfSentence(sentence), paragraph: paragraphOfSentence(sentence) ?? cell(), sentence }
}
