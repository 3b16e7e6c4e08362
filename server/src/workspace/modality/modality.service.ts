import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { ChangedPart, ModalityHistory, ProposeModality, StanceGiven } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Ask, type Intents, type Member, type Query, queryOf, refusalBy, seatsOf } from '../../ability/index.js'
import type { Changes } from '../../platform/changes.js'
import type { Creations } from '../../platform/idempotent.js'
import { voiceKeyOf } from '../domain/voices.js'
import type { Rule } from '../domain/voters.js'
import { memberAnew } from '../member-anew.js'
import { settle } from '../settle.js'
import { sideOf } from '../side-of.js'
import { mayDecideOn, mayWithdraw } from './modality-right.js'
import { modalityView } from './modality-view.js'
import {
  type ChangeRow,
  changesOf,
  endChange,
  findChange,
  findOpenChange,
  insertChange,
  markLapsed,
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
    let parts: readonly ChangedPart[] = []
    const view = await this.intents.run(personId, workspaceId, DECIDE, (manager, member) => {
      const creation = { personId, key, operation: 'proposeModality', body: { workspaceId, ...body } }
      return this.creations.once(manager, creation, async () => {
        const proposed = await propose(queryOf(manager), member, body)
        parts = proposed.parts
        return proposed.view
      })
    })
    this.changes.announce(workspaceId, 'modality', ...parts)
    return view
  }

  /** Throws `not_found`, `no_longer_open`, `not_allowed`: with R-16 where the voice has agreed already and others still have to. */
  async answer(personId: string, changeId: string, given: StanceGiven): Promise<ModalityHistory> {
    const { workspaceId } = await this.#find(changeId)
    const { view, parts } = await this.intents.run(personId, workspaceId, null, (manager, member) =>
      answer(queryOf(manager), member, changeId, given)
    )
    this.changes.announce(workspaceId, 'modality', ...parts)
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

interface Answered {
  readonly view: ModalityHistory
  readonly parts: readonly ChangedPart[]
}

async function propose(query: Query, member: Member, body: ProposeModality): Promise<Answered> {
  const { workspace, workspaceId, seat } = member
  if (member.kind === 'country_programme') throw refusalBy(ruleReason('WORK-5'))
  if (workspace.modality === 'M0') throw refusalBy(ruleReason('R-33.first'))
  if (isSameRule(workspace, body)) throw nothingChanges()
  await markLapsed(query, workspaceId)
  if (await findOpenChange(query, workspaceId)) throw new RoundtableError('already_open')
  const changeId = await insertChange(query, workspaceId, seat.id, workspace, body)
  return answer(query, member, changeId, { stance: 'agree', reason: body.reason })
}

async function answer(query: Query, member: Member, changeId: string, { stance, reason }: StanceGiven): Promise<Answered> {
  const change = await openChange(query, changeId)
  const decision = mayDecideOn(member, change)
  if (!decision.allowed) throw refusalBy(decision)
  const voice = voiceKeyOf(member.seat)
  const hadAgreed = (await stancesOn(query, [changeId])).some((row) => row.voice === voice)
  if (stance === 'object' || !hadAgreed)
    await takeStance(query, { changeId, voice, side: sideOf(member), stance, reason, seatId: member.seat.id })
  const parts = await settle(query, member.workspaceId)
  // Agreeing again moves nothing, unless whoever was waited for has lost their voice meanwhile.
  if (stance === 'agree' && hadAgreed && !parts.includes('modality')) throw refusalBy(ruleReason('R-16'))
  return { view: await viewFor(query, await memberAnew(query, member)), parts }
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
