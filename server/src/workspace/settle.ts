import type { ChangedPart } from '@roundtable/shared/protocol'
import { type Query, type SeatRow, seated, seatsOf } from '../ability/index.js'
import { reclassify } from './definition/reclassify.js'
import { votersOf } from './domain/voters.js'
import { settleChange } from './modality/settle-change.js'
import { settleAcceptance, settleRegistry } from './profile/settle-profile.js'
import { votingSeat } from './voting-seat.js'

/**
 * Writes down what follows from who is here and what they have said: an open change of modality, the outcome of the definition
 * test, what the registry shows, a programme's acceptance. In the transaction that changed any of it, behind the workspace's
 * lock. Answers the parts that are other than before.
 */
export async function settle(query: Query, workspaceId: string): Promise<readonly ChangedPart[]> {
  const before = await seatsOf(query, workspaceId)
  const hasEnded = await settleChange(query, workspaceId, before)
  const isReclassified = await reclassify(query, workspaceId, hasEnded ? await seatsOf(query, workspaceId) : before)
  const now = hasEnded || isReclassified ? await seatsOf(query, workspaceId) : before
  const hasKept = await keepWhoAgreed(query, before, now)
  const isShown = await settleRegistry(query, workspaceId, now)
  const isAccepted = await settleAcceptance(query, workspaceId, now)
  return [
    ...(hasEnded || isReclassified ? (['modality'] as const) : []),
    ...(hasKept ? (['people'] as const) : []),
    ...(isShown || isAccepted ? (['profile'] as const) : [])
  ]
}

/**
 * Who of other sides decided until now has agreed to civic action and stays in sight there, as if invited: else nobody
 * of them could ever agree to leave it again.
 */
async function keepWhoAgreed(query: Query, before: readonly SeatRow[], after: readonly SeatRow[]): Promise<boolean> {
  const [then] = before
  const [now] = after
  if (!then || !now || then.modality === 'M1' || now.modality !== 'M1') return false
  const agreed = votersOf(before.map(votingSeat), seated(then).workspace, null).filter(({ side, counts }) => counts && side !== 'civic')
  const seatIds = agreed.flatMap((voice) => voice.seatIds)
  await query('update seat set invited_by_civic = true where id = any($1) and not invited_by_civic', [seatIds])
  return seatIds.length > 0
}
