import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { ChangedPart, PeopleView, RecordProtocol, StanceGiven } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { DataSource } from 'typeorm'
import { type Intents, type Member, type Query, queryOf, refusalBy, seatsOf } from '../../ability/index.js'
import type { Changes } from '../../platform/changes.js'
import type { Creations } from '../../platform/idempotent.js'
import { isOfCommunity } from '../domain/community-protocol.js'
import { badField } from './invitation-body.js'
import { mayAnswer } from './people-view.js'
import { viewAnew } from './people.service.js'
import { answerProtocol, findProtocol, hasBegun, hasOpenProtocol, insertProtocol, markLapsedProtocols } from './protocol.store.js'
import { settlePeople } from './settle-people.js'

interface Recorder {
  readonly personId: string
  readonly key: string | null
}

/** How a community chose its delegate: recorded by one of it, confirmed by the others, carried out by nobody else. */
export class ProtocolService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>
  ) {}

  /** Throws `not_found`, `not_allowed`, `bad_input`, and `already_open` while another about the same candidate, or of the same recorder, is. */
  async record(workspaceId: string, { personId, key }: Recorder, body: RecordProtocol): Promise<PeopleView> {
    let parts: readonly ChangedPart[] = []
    const view = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      mustBeOfCommunity(member)
      await this.creations.once(manager, { personId, key, operation: `recordProtocol ${workspaceId}`, body }, async () => {
        await mustBeChoosable(query, workspaceId, body)
        await markLapsedProtocols(query, workspaceId)
        if (await hasOpenProtocol(query, body.candidateSeatId, member.seat.id)) throw new RoundtableError('already_open')
        const id = v7()
        await insertProtocol(query, { id, workspaceId, recordedBy: member.seat.id, body })
        parts = await settlePeople(query, workspaceId)
        return { id }
      })
      return viewAnew(query, personId, workspaceId)
    })
    this.changes.announce(workspaceId, 'people', ...parts)
    return view
  }

  /** Throws `not_found`, `not_allowed`, and `no_longer_open` where it is decided, or one has said one's word. */
  async answer(id: string, personId: string, { stance, reason }: StanceGiven): Promise<PeopleView> {
    const found = await findProtocol(queryOf(this.source.manager), id)
    if (!found) throw new RoundtableError('not_found')
    const { workspaceId } = found
    let parts: readonly ChangedPart[] = []
    const view = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      mustBeOfCommunity(member)
      const protocol = await findProtocol(query, id)
      if (protocol?.status === 'open' && !protocol.community.includes(member.seat.id)) throw refusalBy(ruleReason('R-30.later'))
      if (!protocol || !mayAnswer(protocol, member.seat)) throw new RoundtableError('no_longer_open')
      await answerProtocol(query, id, member.seat.id, stance, reason)
      parts = await settlePeople(query, workspaceId)
      return viewAnew(query, personId, workspaceId)
    })
    this.changes.announce(workspaceId, 'people', ...parts)
    return view
  }
}

function mustBeOfCommunity(member: Member): void {
  if (!isOfCommunity(member.seat.role)) throw refusalBy(ruleReason('R-30'))
}

/** A citizen becomes the delegate, in the place of the present one or of nobody; or a delegate is confirmed, or mandated anew. */
async function mustBeChoosable(
  query: Query,
  workspaceId: string,
  { candidateSeatId, replacesSeatId, decidedOn }: RecordProtocol
): Promise<void> {
  const seats = await seatsOf(query, workspaceId)
  const candidate = seats.find(({ id }) => id === candidateSeatId)
  if (!candidate || !isOfCommunity(candidate.role)) throw badField('candidateSeatId', 'somebody of the community')
  if (candidate.role === 'COM' && replacesSeatId !== null) throw badField('replacesSeatId', 'whoever is the delegate replaces nobody')
  if (candidate.role === 'COM' && !candidate.isProvisional && !candidate.mandateExpired)
    throw badField('candidateSeatId', 'is the confirmed delegate already')
  if (replacesSeatId !== null && seats.find(({ id }) => id === replacesSeatId)?.role !== 'COM')
    throw badField('replacesSeatId', 'the present delegate')
  if (!(await hasBegun(query, decidedOn))) throw badField('decidedOn', 'a day that has come')
}
