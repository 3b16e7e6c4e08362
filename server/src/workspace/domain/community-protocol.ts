import type { Role } from '@roundtable/shared/framework'
import type { Stance } from '@roundtable/shared/protocol'

/** The community chooses its delegate itself: its citizens, and whoever is the delegate. */
export function isOfCommunity(role: Role): boolean {
  return role === 'CIT' || role === 'COM'
}

/** What a recorded choice of a delegate is judged on. Ids are seats. */
export interface ProtocolCase {
  readonly candidate: string
  readonly recordedBy: string
  /** Everybody of the community who is here now and was when it was recorded: living CIT and COM seats. */
  readonly community: readonly string[]
  readonly answers: readonly { readonly seatId: string; readonly stance: Stance }[]
}

export interface ProtocolJudgement {
  readonly status: 'open' | 'in_effect' | 'refused'
  /** Others than the recorder who agree, and how many of them it takes. */
  readonly confirmed: number
  readonly needed: number
  /** Somebody besides the candidate stands behind it: without that the delegate stays provisional. */
  readonly isConfirmed: boolean
}

/**
 * a community chooses its delegate itself. In effect when the candidate agrees and so do more than half of the others
 * than whoever recorded it; refused when the candidate objects, has left, or no majority can come about any more.
 * Silence counts for nothing; where there is nobody else, it holds at once.
 */
export function judgeProtocol({ candidate, recordedBy, community, answers }: ProtocolCase): ProtocolJudgement {
  const others = community.filter((seatId) => seatId !== recordedBy)
  const said = answers.filter(({ seatId }) => others.includes(seatId))
  const confirmed = said.filter(({ stance }) => stance === 'agree').length
  const objected = said.length - confirmed
  const needed = others.length === 0 ? 0 : Math.floor(others.length / 2) + 1
  const own = candidate === recordedBy ? 'agree' : said.find(({ seatId }) => seatId === candidate)?.stance
  const recorderAgrees = recordedBy !== candidate && community.includes(recordedBy)
  const isConfirmed = recorderAgrees || said.some(({ seatId, stance }) => seatId !== candidate && stance === 'agree')
  const isRefused = !community.includes(candidate) || own === 'object' || others.length - objected < needed
  const status = isRefused ? 'refused' : own === 'agree' && confirmed >= needed ? 'in_effect' : 'open'
  return { status, confirmed, needed, isConfirmed }
}

/** What an open protocol would change. */
export interface Choice {
  readonly id: string
  readonly candidateId: string
  /** False: a delegate is confirmed or mandated anew. */
  readonly isNewDelegate: boolean
  readonly replacesId: string | null
}

/**
 * What is out of date once a protocol is in effect: what would give the seat it filled to somebody else, or bring back the
 * delegate it replaced. Either would seat a second delegate whom nobody chose beside the first.
 */
export function outdatedBy<C extends Choice>({ id, isNewDelegate, replacesId }: Choice, others: readonly C[]): C[] {
  return others.filter(
    (other) =>
      other.id !== id &&
      ((isNewDelegate && other.isNewDelegate && other.replacesId === replacesId) ||
        (replacesId !== null && other.candidateId === replacesId))
  )
}
