import { type Query, type SeatRow, seated } from '../../ability/index.js'
import { type Answers, heldAfter, isSameHeld, testedBy } from '../domain/classified.js'
import { votingSeat } from '../voting-seat.js'
import { type AnswerRow, heldBy, latestAnswers, recordClassified } from './definition.store.js'

/** Each voice's answers by question. */
export function answersByVoice(rows: readonly AnswerRow[]): (voice: string) => Answers {
  const answers = new Map<string, Record<string, string>>()
  for (const { voice, question, value } of rows) answers.set(voice, { ...answers.get(voice), [question]: value })
  return (voice) => answers.get(voice) ?? {}
}

/**
 * What the answers come to now, written down where that is another thing than before; true then. In the transaction that
 * changed an answer or the modality, behind the workspace's lock. A country programme has no test.
 */
export async function reclassify(query: Query, workspaceId: string, seats: readonly SeatRow[]): Promise<boolean> {
  const before = await heldBy(query, workspaceId)
  const [anySeat] = seats
  if (before.kind === 'country_programme' || !anySeat) return false
  const answers = await latestAnswers(query, workspaceId)
  const { classification } = testedBy(seats.map(votingSeat), seated(anySeat).workspace, answersByVoice(answers))
  const after = heldAfter(before, classification)
  if (isSameHeld(before, after)) return false
  await recordClassified(query, workspaceId, before, after)
  return true
}
