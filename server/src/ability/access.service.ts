import { liveRightOf } from '@roundtable/shared/ability'
import type { AccessAnswer, AccessQuestion } from './access.js'
import { type AccessFacts, type AccessStore, manyFactsIn } from './access.store.js'
import { actorOf, contextOf, seesPeople } from './actor.js'
import type { Query } from './query.js'

/** Decides people's rights in documents, for the live door and for REST alike. */
export class AccessService {
  constructor(private readonly store: AccessStore) {}

  async answerAll(questions: readonly AccessQuestion[]): Promise<AccessAnswer[]> {
    if (questions.length === 0) return []
    const facts = await this.store.factsFor(questions)
    return questions.map((question, index) => answerFrom(facts[index] ?? null, question.personId))
  }
}

/** The same in the transaction of whoever asks, by one statement. */
export async function answersIn(query: Query, questions: readonly AccessQuestion[]): Promise<AccessAnswer[]> {
  const facts = await manyFactsIn(query, questions)
  return questions.map(({ personId }, index) => answerFrom(facts[index] ?? null, personId))
}

/** Absent, forbidden and never seated are one answer (design §4). */
export function answerFrom(facts: AccessFacts | null, personId: string): AccessAnswer {
  if (!facts) return { kind: 'absent' }
  if (!facts.isSignedIn) return { kind: 'signed_out' }
  const actor = actorOf(facts, personId)
  if (!actor || facts.seatId === null || facts.seatName === null) return { kind: 'absent' }
  const { right, because } = liveRightOf(actor, facts.kind, contextOf(facts))
  if (right === null) return { kind: 'absent' }
  return {
    kind: 'granted',
    access: {
      right,
      because,
      hasLeft: facts.isCoWriter,
      seesPeople: seesPeople(facts),
      grounds: { workspaceNumber: facts.workspaceNumber, personNumber: facts.personNumber, validUntil: facts.validUntil },
      seat: {
        id: facts.seatId,
        name: facts.seatName,
        side: facts.seatSide,
        role: actor.role,
        organisation: facts.organisation,
        mandateExpiresAt: facts.mandateExpiresAt,
        color: facts.seatColor
      },
      document: {
        id: facts.documentId,
        familyId: facts.familyId,
        workspaceId: facts.workspaceId,
        kind: facts.kind,
        stage: facts.stage,
        side: facts.documentSide,
        privateTo: facts.privateTo,
        state: facts.state,
        epoch: facts.epoch,
        modality: facts.modality
      }
    }
  }
}
