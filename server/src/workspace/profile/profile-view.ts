import { ruleReason } from '@roundtable/shared/ability'
import { decidingSides } from '@roundtable/shared/framework'
import type { ProfileView } from '@roundtable/shared/protocol'
import { type Member, type Query, ask, seatsOf } from '../../ability/index.js'
import { sidesThatAccept } from '../domain/acceptance.js'
import { isAgreed, sidesThatAgree } from '../domain/self-definition.js'
import { voiceKeyOf } from '../domain/voices.js'
import { votersOf } from '../domain/voters.js'
import { votingSeat } from '../voting-seat.js'
import { acceptedBy, findProfile, silenceAllows, wishesOf } from './profile.store.js'
import { agreeingTo } from './self-definition.store.js'

/** The profile, and what each voice that decides about the workspace has said about the registry and of its acceptance. */
export async function profileView(query: Query, member: Member): Promise<ProfileView> {
  const { workspaceId, workspace, seat, kind, status } = member
  const wishes = await wishesOf(query, workspaceId)
  const accepted = await acceptedBy(query, workspaceId)
  const profile = await findProfile(query, workspaceId)
  const agreed = await agreeingTo(query, workspaceId, profile)
  const sides = decidingSides(workspace)
  const voters = votersOf((await seatsOf(query, workspaceId)).map(votingSeat), workspace, null)
  const voices = voters
    .filter(({ counts, side }) => counts && sides.includes(side))
    .map(({ key, name, side }) => ({
      key,
      name,
      side,
      isMine: seat.side !== null && key === voiceKeyOf(seat),
      level: wishes.get(key) ?? null,
      hasAccepted: accepted.has(key),
      agreesToNames: agreed.has(key)
    }))
  // A registry card names nobody, nor tells what anybody answered (WORK-28); what is not shown is never said to be absent (WORK-80).
  const isWhole = ask(member, { action: 'view', artefact: 'PROF', whole: true }).allowed
  // Whoever comes to an active programme comes to what has been accepted.
  const isAccepted = kind === 'country_programme' && status !== 'forming'
  return {
    ...profile,
    voices: isWhole ? voices : null,
    identification: isWhole ? profile.identification : '',
    silence: await silenceAllows(query, workspaceId),
    acceptedBy: isAccepted ? [...sides] : sidesThatAccept(sides, voters, accepted),
    selfDefinition: isWhole
      ? {
          isAgreed: isAgreed(sidesThatAgree(workspace), voters, agreed),
          agreedBy: sidesThatAccept(sidesThatAgree(workspace), voters, agreed),
          because: ruleReason('R-08')
        }
      : null
  }
}
