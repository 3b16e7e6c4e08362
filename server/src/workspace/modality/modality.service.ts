import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import { type ModalityHistory, type ProposeModality, type StanceGiven } from '@roundtable/shared/protocol'
import { type DataSource } from 'typeorm'
import { type Ask, type Intents, type Member, type Query, queryOf, readMember, refusalBy, seatsOf } from '../../ability/index.js'
import { type Changes } from '../../platform/changes.js'
import { type Creations } from '../../platform/idempotent.js'
import { reclassify } from '../definition/reclassify.js'
import { weighChange } from '../domain/modality-change.js'
import { voiceKeyOf } from '../domain/voices.js'
import { type Rule } from '../domain/voters.js'
import { sideOf } from '../side-of.js'
import { votingSeat } from '../voting-seat.js'
import { mayDecideOn, mayWithdraw } from './modality-right.js'
import { modalityView, ruleTo, stancesByVoice } from './modality-view.js'
import {
  type ChangeRow,
  changesOf,
  endChange,
  findChange,
  insertChange,
  markLapsed,
  setModality,
  stancesOn,
  takeStance
} from './modality.store.js'

const SEE: Ask = { action: 'view', artefact: 'PROF' }
const DECIDE: Ask = { action: 'approve', artefact: 'PROF' }

/** A change of modality is a decision of its own, under the stricter of the old and the new rule. */
export class ModalityService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes,
    private readonly creations: Pick<Creations, 'once'>
  ) {}

  async view(personId: string, workspaceId: string): Promise<ModalityHistory> {
    const member = await this.intents.member(personId, workspaceId, SEE)
    return viewFor(queryOf(this.source.manager), member)
  }

  /** Whoever proposes agrees. Throws `already_open`, `bad_input` where nothing would change, `not_allowed` before the definition test. */
  async propose(personId: string, workspaceId: string, body: ProposeModality, key: string | null): Promise<ModalityHistory> {
    const view = await this.intents.run(personId, workspaceId, DECIDE, (manager, member) => {
      const creation = { personId, key, operation: 'proposeModality', body: { workspaceId, ...body } }
      return this.creations.once(manager, creation, () => propose(queryOf(manager), member, body))
    })
    this.changes.announce(workspaceId, 'modality')
    return view
  }

  /** Throws `not_found`, `no_longer_open`, `not_allowed`: with R-16 where the voice has agreed already and others still have to. */
  async answer(personId: string, changeId: string, given: StanceGiven): Promise<ModalityHistory> {
    const { workspaceId } = await this.#find(changeId)
    const view = await this.intents.run(personId, workspaceId, null, (manager, member) => answer(queryOf(manager), member, changeId, given))
    this.changes.announce(workspaceId, 'modality')
    return view
  }

  async withdraw(personId: string, changeId: string): Promise<void> {
    const { workspaceId } = await this.#find(changeId)
    await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      const query = queryOf(manager)
      const change = await openChange(query, changeId)
      if (!mayWithdraw(member, change)) throw refusalBy(ruleReason('R-16'))
      await endChange(query, changeId, 'withdrawn')
    })
    this.changes.announce(workspaceId, 'modality')
  }

  async #find(changeId: string): Promise<ChangeRow> {
    const change = await findChange(queryOf(this.source.manager), changeId)
    if (!change) throw new RoundtableError('not_found')
    return change
  }
}

async function propose(query: Query, member: Member, body: ProposeModality): Promise<ModalityHistory> {
  const { workspace, workspaceId, seat } = member
  if (workspace.modality === 'M0') throw refusalBy(ruleReason('R-33.first'))
  if (isSameRule(workspace, body)) throw nothingChanges()
  await markLapsed(query, workspaceId)
  const open = (await changesOf(query, workspaceId, 'proposed')).some(({ status }) => status === 'open')
  if (open) throw new RoundtableError('already_open')
  const changeId = await insertChange(query, workspaceId, seat.id, workspace, body)
  return answer(query, member, changeId, { stance: 'agree', reason: body.reason })
}

async function answer(query: Query, member: Member, changeId: string, { stance, reason }: StanceGiven): Promise<ModalityHistory> {
  const change = await openChange(query, changeId)
  const decision = mayDecideOn(member, change)
  if (!decision.allowed) throw refusalBy(decision)
  const voice = voiceKeyOf(member.seat)
  const hadAgreed = (await stancesOn(query, [changeId])).some((row) => row.voice === voice)
  if (stance === 'object' || !hadAgreed)
    await takeStance(query, { changeId, voice, side: sideOf(member), stance, reason, seatId: member.seat.id })
  const isOver = await settle(query, member, change)
  // Agreeing again moves nothing, unless whoever was waited for has left meanwhile.
  if (hadAgreed && !isOver) throw refusalBy(ruleReason('R-16'))
  return viewFor(query, (await readMember(query, member.workspaceId, member.personId)) ?? member)
}

/** Ends the change when its stances have come to something; on the last agreement the workspace changes with it. */
async function settle(query: Query, { workspaceId, workspace }: Member, change: ChangeRow): Promise<boolean> {
  const seats = (await seatsOf(query, workspaceId)).map(votingSeat)
  const { verdict } = weighChange(seats, workspace, ruleTo(change), stancesByVoice(await stancesOn(query, [change.id]), change.id))
  if (verdict === 'open') return false
  await endChange(query, change.id, verdict)
  if (verdict === 'decided') {
    await setModality(query, workspaceId, ruleTo(change))
    await reclassify(query, workspaceId)
  }
  return true
}

async function openChange(query: Query, changeId: string): Promise<ChangeRow> {
  const change = await findChange(query, changeId)
  if (change?.status !== 'open') throw new RoundtableError('no_longer_open')
  return change
}

async function viewFor(query: Query, member: Member): Promise<ModalityHistory> {
  const proposed = await changesOf(query, member.workspaceId, 'proposed')
  return modalityView(member, {
    proposed,
    seats: await seatsOf(query, member.workspaceId),
    classified: await changesOf(query, member.workspaceId, 'classified'),
    stances: await stancesOn(
      query,
      proposed.map(({ id }) => id)
    )
  })
}

function isSameRule(one: Rule, other: Rule): boolean {
  return one.modality === other.modality && one.leadKind === other.leadKind && one.namedPartner === other.namedPartner
}

function nothingChanges(): RoundtableError {
  const problem = { field: 'modality', reason: 'this holds already' }
  return new RoundtableError('bad_input', problem, [problem])
}
