import { useQuery } from '@tanstack/react-query'
import type { Side } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { answerOf, definitionQuery, questionsOf } from '../definition/definition.js'
import { stagesQuery } from '../stages/stages.js'
import { openIn, type OpenDocument } from './open-answers.js'

/** What only one side can answer: its own documents, its voices in the definition test, its part at each stage. */
export function useOpenOfSide(workspace: WorkspaceView, side: Side, documents: readonly OpenDocument[]) {
  const isInitiative = workspace.kind === 'initiative'
  const definition = useQuery({ ...definitionQuery(workspace.id), enabled: isInitiative })
  const stages = useQuery(stagesQuery(workspace.id))
  const voices = (definition.data?.voices ?? [])
    .filter((voice) => voice.side === side && voice.counts)
    .map((voice) => ({ voice, open: questionsOf(definition.data!).filter((question) => !answerOf(voice, question)) }))
    .filter(({ open }) => open.length > 0)
  const parts = (stages.data?.stages ?? []).filter(({ parts: each }) => each.some((part) => part.side === side && !part.answer))
  const isRead = stages.data !== undefined && (!isInitiative || definition.data !== undefined)
  return {
    voices,
    parts,
    isMine: stages.data?.mayAnswer.allowed === true && workspace.mySeat.side === side,
    isRead,
    isMissing: !isRead && (stages.error !== null || definition.error !== null),
    total: openIn(documents) + voices.reduce((sum, { open }) => sum + open.length, 0) + parts.length
  }
}
