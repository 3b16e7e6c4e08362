import { type Query, type SeatRow, seated } from '../../ability/index.js'
import { weighChange } from '../domain/modality-change.js'
import { votingSeat } from '../voting-seat.js'
import { ruleTo, stancesByVoice } from './modality-view.js'
import { endChange, findOpenChange, setModality, stancesOn } from './modality.store.js'

/**
 * Ends the open change when its stances have come to something, by an answer or because whoever was waited for has gone; on
 * the last agreement the workspace changes with it. True where one has ended.
 */
export async function settleChange(query: Query, workspaceId: string, seats: readonly SeatRow[]): Promise<boolean> {
  const [anySeat] = seats
  const change = await findOpenChange(query, workspaceId)
  if (!anySeat || !change) return false
  const stances = stancesByVoice(await stancesOn(query, [change.id]), change.id)
  const { verdict } = weighChange(seats.map(votingSeat), seated(anySeat).workspace, ruleTo(change), stances)
  if (verdict === 'open') return false
  await endChange(query, change.id, verdict)
  if (verdict === 'decided') await setModality(query, workspaceId, ruleTo(change))
  return true
}
