import type { Waiting, WaitingKind } from '@roundtable/shared/protocol'
import { asksForEngagement } from '@roundtable/shared/framework'
import { type Ask, type Member, type Query, type SeatRow, ask, endingMandates } from '../ability/index.js'
import { grouped } from '../platform/grouped.js'
import { WARNED_DAYS } from './domain/mandate.js'
import { unsaid } from './domain/self-definition.js'
import { sidesThatFile } from './domain/shown-filings.js'
import { mayDecideOn } from './modality/modality-right.js'
import { type OpenRow, openOf, unansweredOf } from './open-of-voice.js'
import { mayAnswer, mayManage } from './people/people-view.js'
import { openProtocolsOf, type ProtocolRow } from './people/protocol.store.js'
import { askToFile } from './principles/principles-view.js'
import { wordsHash } from './profile/self-definition.store.js'

/** What has been read, and is decided once it is known who sits in these workspaces. */
export interface Undecided<T> {
  readonly workspaceIds: readonly string[]
  readonly decide: (seats: ReadonlyMap<string, readonly SeatRow[]>) => T
}

/** Of so many mandates it is decided whether they wait for the person; where more end, that is told. */
const MOST_MANDATES = 200

export interface WaitingIn {
  readonly items: readonly Waiting[]
  /** More mandates end than were looked through. */
  readonly isCut: boolean
}

/**
 * What the workspaces themselves ask of one person, who is seated in each of them: what their voice or side has not answered,
 * and mandates that end. A fixed number of statements, whatever the number of workspaces.
 */
export async function waitingIn(query: Query, members: readonly Member[]): Promise<Undecided<WaitingIn>> {
  const ids = members.map(({ workspaceId }) => workspaceId)
  const open = await openOf(query, members)
  const protocols = grouped(await openProtocolsOf(query, ids), ({ workspaceId }) => workspaceId)
  const ending = await endingOfMembers(query, members)
  const mandates = grouped(ending.slice(0, MOST_MANDATES), ({ workspaceId }) => workspaceId)
  const waitingFor = (member: Member, row: OpenRow, seats: readonly SeatRow[]): Waiting[] => {
    const choosing = protocols.get(member.workspaceId) ?? []
    return [
      ...waitingForVoice(member, row, seats),
      ...waitingForSide(member, row),
      ...waitingInCommunity(member, choosing),
      ...endingOf(member, mandates.get(member.workspaceId) ?? [], choosing.length > 0)
    ]
  }
  return {
    workspaceIds: ids.filter((_, index) => raisesEngagement(open[index])),
    decide: (seats) => ({
      items: members.flatMap((member, index) => {
        const row = open[index]
        return row ? waitingFor(member, row, seats.get(member.workspaceId) ?? []) : []
      }),
      isCut: ending.length > MOST_MANDATES
    })
  }
}

/** Mandates that end: their own, and, where they may renew any at all, others'. One more than is looked at, where there are more. */
function endingOfMembers(query: Query, members: readonly Member[]): Promise<SeatRow[]> {
  const renewing = members.filter((member) => ask(member, { action: 'manage-members', artefact: 'PROF' }).allowed)
  return endingMandates(
    query,
    members.map(({ seat }) => seat.id),
    renewing.map(({ workspaceId }) => workspaceId),
    { days: WARNED_DAYS, most: MOST_MANDATES + 1 }
  )
}

/** Only then is it asked who is here: else Q4 does not arise, whoever is. */
function raisesEngagement(open: OpenRow | undefined): boolean {
  return open !== undefined && open.initiators.some(({ value }) => asksForEngagement(value))
}

/** What whoever decides has not said for their organisation or community. */
function waitingForVoice(member: Member, open: OpenRow, seats: readonly SeatRow[]): Waiting[] {
  const { change } = open
  const isInitiative = member.kind === 'initiative'
  const decides = ask(member, { action: 'approve', artefact: 'PROF' }).allowed
  const unanswered = unansweredOf(open, seats).length
  const isNamed = unsaid(open.population).length === 0 && open.agreedHash !== wordsHash(open.population)
  return [
    ...(change && mayDecideOn(member, change).allowed
      ? [line(member, 'modality', { since: dayOf(change.since), until: dayOf(change.until) })]
      : []),
    ...(decides && !isInitiative && member.status === 'forming' && !open.hasAccepted
      ? [line(member, 'acceptance', { since: open.seatedAt.toISOString() })]
      : []),
    ...(decides && isInitiative && unanswered > 0
      ? [line(member, 'definition', { count: unanswered, since: open.seatedAt.toISOString() })]
      : []),
    ...(decides && isInitiative && isNamed ? [line(member, 'population')] : [])
  ]
}

/** What another side has said and one's own has not. */
function waitingForSide(member: Member, { stagesToAnswer, stagesSince, filings, principlesId }: OpenRow): Waiting[] {
  const { side } = member.seat
  if (side === null) return []
  const saysParts: Ask = { action: 'edit-own', artefact: 'METH', object: { ownership: 'own' } }
  const sides = sidesThatFile(member.workspace)
  const [first] = filings
    .filter((filing) => filing.side !== side && sides.includes(filing.side))
    .sort((one, other) => (one.at < other.at ? -1 : 1))
  const isFiled = filings.some((filing) => filing.side === side)
  return [
    ...(stagesToAnswer > 0 && ask(member, saysParts).allowed
      ? [line(member, 'engagement', { count: stagesToAnswer, since: stagesSince?.toISOString() ?? null })]
      : []),
    ...(first && !isFiled && sides.includes(side) && ask(member, askToFile(side)).allowed
      ? [line(member, 'principles', { since: dayOf(first.at), documentId: principlesId })]
      : [])
  ]
}

function waitingInCommunity(member: Member, choosing: readonly ProtocolRow[]): Waiting[] {
  return choosing
    .filter((protocol) => mayAnswer(protocol, member.seat))
    .map(({ candidateName, recordedAt, expiresAt }) =>
      line(member, 'protocol', { name: candidateName, since: recordedAt.toISOString(), until: expiresAt.toISOString() })
    )
}

/** One's own mandate, and those that one may renew. */
function endingOf(member: Member, seats: readonly SeatRow[], isChoosing: boolean): Waiting[] {
  const isWhole = ask(member, { action: 'view', artefact: 'PROF', whole: true }).allowed
  return seats.flatMap((seat) => {
    const until = seat.mandateExpiresAt?.toISOString() ?? null
    if (seat.id === member.seat.id) return [line(member, 'mandate', { until })]
    const isTheirs = isWhole && !seat.isSuspended && mayManage(member, seat, isChoosing).allowed
    return isTheirs ? [line(member, 'mandate_of', { name: seat.name, until })] : []
  })
}

const dayOf = (at: string): string => new Date(at).toISOString()

function line({ workspaceId }: Member, kind: WaitingKind, more: Partial<Waiting> = {}): Waiting {
  return { kind, workspaceId, name: '', count: 0, since: null, until: null, documentId: null, task: null, ...more }
}
