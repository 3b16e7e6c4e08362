import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import { type RegistryLevel, decidingSides } from '@roundtable/shared/framework'
import type { AgreePopulation, Profile, ProfileView } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Ask, type Intents, type Member, type Query, queryOf, refusalBy, seatsOf } from '../../ability/index.js'
import type { Changes } from '../../platform/changes.js'
import { votersOf } from '../domain/voters.js'
import { voiceKeyOf } from '../domain/voices.js'
import { isAgreed, leavesDesign, sidesThatAgree, unsaid } from '../domain/self-definition.js'
import { settle } from '../settle.js'
import { sideOf } from '../side-of.js'
import { memberAnew } from '../member-anew.js'
import { votingSeat } from '../voting-seat.js'
import { profileView } from './profile-view.js'
import { type Speaker, accept, findProfile, updateProfile, wish } from './profile.store.js'
import { agreeingTo, keepAgreement } from './self-definition.store.js'

const SEE: Ask = { action: 'view', artefact: 'PROF' }
const WRITE: Ask = { action: 'edit', artefact: 'PROF' }
const DECIDE: Ask = { action: 'approve', artefact: 'PROF' }

/** The profile, the registry's level, and the acceptance of a country programme. */
export class ProfileService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes
  ) {}

  async view(personId: string, workspaceId: string): Promise<ProfileView> {
    const member = await this.intents.member(personId, workspaceId, SEE)
    return profileView(queryOf(this.source.manager), member)
  }

  /**
   * Throws `changed_meanwhile` when somebody was faster: nothing of theirs is overwritten; and `not_allowed` where the
   * initiative would go on from design before it is agreed how the population names itself.
   */
  async update(personId: string, workspaceId: string, profile: Profile): Promise<ProfileView> {
    const view = await this.intents.run(personId, workspaceId, WRITE, async (manager, member) => {
      const query = queryOf(manager)
      const { version, stage } = await findProfile(query, workspaceId)
      if (version !== profile.version) throw new RoundtableError('changed_meanwhile')
      if (leavesDesign(stage, profile.stage)) await mustBeAgreed(query, member, profile)
      if (!(await updateProfile(query, workspaceId, profile))) throw new RoundtableError('changed_meanwhile')
      return profileView(query, member)
    })
    this.changes.announce(workspaceId, 'profile')
    return view
  }

  /**
   * One voice's agreement to how the population names itself. Throws `changed_meanwhile` when the words are not those
   * that were read, `bad_input` where there are none yet, `no_longer_open` in a country programme, which designs no data.
   */
  async agreePopulation(personId: string, workspaceId: string, { version, agrees }: AgreePopulation): Promise<ProfileView> {
    const view = await this.intents.run(personId, workspaceId, DECIDE, async (manager, member) => {
      if (member.kind !== 'initiative') throw new RoundtableError('no_longer_open')
      const query = queryOf(manager)
      const words = await findProfile(query, workspaceId)
      if (words.version !== version) throw new RoundtableError('changed_meanwhile')
      const problems = agrees ? unsaid(words).map((field) => ({ field, reason: 'not said yet' })) : []
      if (problems[0]) throw new RoundtableError('bad_input', problems[0], problems)
      await keepAgreement(query, workspaceId, speakerOf(member), { words, agrees })
      return profileView(query, member)
    })
    this.changes.announce(workspaceId, 'profile')
    return view
  }

  /** One voice's word about the registry; the least of the deciding sides' holds (R-21). */
  async wishRegistry(personId: string, workspaceId: string, level: RegistryLevel): Promise<ProfileView> {
    const { view, parts } = await this.intents.run(personId, workspaceId, DECIDE, async (manager, member) => {
      const query = queryOf(manager)
      await wish(query, workspaceId, speakerOf(member), level)
      const parts = await settle(query, workspaceId)
      return { view: await profileView(query, await memberAnew(query, member)), parts }
    })
    this.changes.announce(workspaceId, 'profile', ...parts)
    return view
  }

  /**
   * One voice's acceptance. Throws `no_longer_open` for what is no country programme (an initiative asks the definition test
   * instead), and `not_allowed` (WORK-5) for a side that a programme is not accepted by.
   */
  async acceptProgramme(personId: string, workspaceId: string): Promise<ProfileView> {
    const { view, parts } = await this.intents.run(personId, workspaceId, DECIDE, async (manager, member) => {
      if (member.kind !== 'country_programme') throw new RoundtableError('no_longer_open')
      const speaker = speakerOf(member)
      if (!decidingSides(PROGRAMME_RULE).includes(speaker.side)) throw refusalBy(ruleReason('WORK-5'))
      const query = queryOf(manager)
      await accept(query, workspaceId, speaker)
      const parts = await settle(query, workspaceId)
      return { view: await profileView(query, await memberAnew(query, member)), parts }
    })
    this.changes.announce(workspaceId, 'profile', ...parts)
    return view
  }
}

/** A country programme is of both sides, whatever it was moved to before that was refused (WORK-5). */
const PROGRAMME_RULE = { modality: 'M3', leadKind: null } as const

/** R-08, decided on the words as they would be saved: whoever changes them and goes on at once has nobody's agreement. */
async function mustBeAgreed(query: Query, { workspaceId, workspace, kind }: Member, words: Profile): Promise<void> {
  if (kind !== 'initiative') return
  const voices = votersOf((await seatsOf(query, workspaceId)).map(votingSeat), workspace, null)
  const isOpen = isAgreed(sidesThatAgree(workspace), voices, await agreeingTo(query, workspaceId, words))
  if (!isOpen || unsaid(words).length > 0) throw refusalBy(ruleReason('R-08'))
}

function speakerOf(member: Member): Speaker {
  return { voice: voiceKeyOf(member.seat), side: sideOf(member), seatId: member.seat.id }
}
