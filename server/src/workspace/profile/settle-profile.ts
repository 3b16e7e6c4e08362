import { decidingSides } from '@roundtable/shared/framework'
import { type Query, type SeatRow, seated } from '../../ability/index.js'
import { sidesThatAccept } from '../domain/acceptance.js'
import { registryLevelOf } from '../domain/registry-level.js'
import { votersOf } from '../domain/voters.js'
import { votingSeat } from '../voting-seat.js'
import { acceptedBy, activate, setRegistry, silenceAllows, wishesOf } from './profile.store.js'

/** Writes down what the registry shows now, whoever decides about it and whatever they have wished; true where it is another level. */
export async function settleRegistry(query: Query, workspaceId: string, seats: readonly SeatRow[]): Promise<boolean> {
  const [anySeat] = seats
  if (!anySeat) return false
  const { workspace } = seated(anySeat)
  const voices = votersOf(seats.map(votingSeat), workspace, null)
  const level = registryLevelOf(workspace, voices, await wishesOf(query, workspaceId), await silenceAllows(query, workspaceId))
  return setRegistry(query, workspaceId, level)
}

/** A programme that all sides have accepted is active from now on; true where it has become so. */
export async function settleAcceptance(query: Query, workspaceId: string, seats: readonly SeatRow[]): Promise<boolean> {
  const [anySeat] = seats
  if (anySeat?.kind !== 'country_programme') return false
  const { workspace } = seated(anySeat)
  const sides = decidingSides(workspace)
  const voices = votersOf(seats.map(votingSeat), workspace, null)
  const hasAll = sidesThatAccept(sides, voices, await acceptedBy(query, workspaceId)).length === sides.length
  return hasAll && activate(query, workspaceId)
}
