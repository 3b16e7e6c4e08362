import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { asksForEngagement, DEFINITION_QUESTIONS, SIDES, type DefinitionQuestion, type Side } from '@roundtable/shared/framework'
import type { DefinitionView } from '@roundtable/shared/protocol'
import { request, type RequestInput } from '../../../lib/request.js'
import { keepPart, partKey } from '../workspace.js'

export type Voice = DefinitionView['voices'][number]
export type VoiceAnswer = Voice['answers'][number]

export function definitionQuery(id: string) {
  return queryOptions({ queryKey: partKey(id, 'definition'), queryFn: () => request('getDefinition', { id }) })
}

export function useAnswer(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: RequestInput<'answerDefinition'>['body']) => request('answerDefinition', { id, body }),
    onSuccess: (view) => keepPart(client, id, 'definition', view)
  })
}

/** The civic side first, always; within a side those whose answer counts. */
export function inOrder(voices: readonly Voice[]): Voice[] {
  const rank = ({ side, counts }: Voice) => SIDES.indexOf(side) * 2 + Number(!counts)
  return [...voices].sort((one, other) => rank(one) - rank(other))
}

export function myVoice({ voices }: DefinitionView): Voice | undefined {
  return voices.find(({ isMine }) => isMine)
}

export function answerOf(voice: Voice | undefined, question: DefinitionQuestion): VoiceAnswer | undefined {
  return voice?.answers.find((answer) => answer.question === question)
}

/** The questions that arise: Q4 only where somebody who is here says that others than citizens started it (¶15.4, ¶15.5). */
export function questionsOf({ voices }: DefinitionView): readonly DefinitionQuestion[] {
  const asked = voices.some((voice) => !voice.hasLeft && asksForEngagement(answerOf(voice, 'Q3')?.value))
  return DEFINITION_QUESTIONS.filter((question) => question !== 'Q4' || asked)
}

/** The question after this one, of those that arise; null after the last. */
export function questionAfter(view: DefinitionView, question: DefinitionQuestion): DefinitionQuestion | null {
  const later = DEFINITION_QUESTIONS.slice(DEFINITION_QUESTIONS.indexOf(question) + 1)
  return questionsOf(view).find((one) => later.includes(one)) ?? null
}

export interface SideState {
  readonly side: Side
  readonly answered: number
  readonly total: number
}

/** How far each side is with a question, counting the voices that decide for it. */
export function sideStates({ voices }: DefinitionView, question: DefinitionQuestion): SideState[] {
  return SIDES.map((side) => {
    const counted = voices.filter((voice) => voice.side === side && voice.counts)
    return { side, answered: counted.filter((voice) => answerOf(voice, question)).length, total: counted.length }
  }).filter(({ total }) => total > 0)
}
