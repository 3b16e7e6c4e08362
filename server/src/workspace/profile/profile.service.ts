import { RoundtableError } from '@roundtable/shared/error'
import { type RegistryLevel, type Side } from '@roundtable/shared/framework'
import { type Profile, type ProfileView } from '@roundtable/shared/protocol'
import { type DataSource } from 'typeorm'
import { type Ask, type Intents, type Member } from '../../ability/index.js'
import { type Changes } from '../../platform/changes.js'
import { registryLevelOf } from '../domain/registry-level.js'
import { profileStore } from './profile.store.js'

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
    await this.intents.member(personId, workspaceId, SEE)
    return profileStore.find(this.source.manager, workspaceId)
  }

  /** Throws `changed_meanwhile` when somebody was faster: nothing of theirs is overwritten. */
  async update(personId: string, workspaceId: string, profile: Profile): Promise<ProfileView> {
    const view = await this.intents.run(personId, workspaceId, WRITE, async (manager) => {
      if (!(await profileStore.update(manager, workspaceId, profile))) throw new RoundtableError('changed_meanwhile')
      return profileStore.find(manager, workspaceId)
    })
    this.changes.announce(workspaceId, 'profile')
    return view
  }

  /** One side's word about the registry; the least of the deciding sides' holds (R-21). */
  async wishRegistry(personId: string, workspaceId: string, level: RegistryLevel): Promise<ProfileView> {
    const view = await this.intents.run(personId, workspaceId, DECIDE, async (manager, member) => {
      await profileStore.wish(manager, workspaceId, sideOf(member), level, member.seat.id)
      const { registryWishes } = await profileStore.find(manager, workspaceId)
      await profileStore.setRegistry(manager, workspaceId, registryLevelOf(member.workspace, registryWishes))
      return profileStore.find(manager, workspaceId)
    })
    this.changes.announce(workspaceId, 'profile')
    return view
  }

  /** Throws `no_longer_open` for what is no country programme: an initiative asks the definition test instead. */
  async acceptProgramme(personId: string, workspaceId: string): Promise<ProfileView> {
    const view = await this.intents.run(personId, workspaceId, DECIDE, async (manager, member) => {
      if (member.kind !== 'country_programme') throw new RoundtableError('no_longer_open')
      await profileStore.accept(manager, workspaceId, sideOf(member), member.seat.id)
      return profileStore.find(manager, workspaceId)
    })
    this.changes.announce(workspaceId, 'profile')
    return view
  }
}

/** Whoever may approve has a side (INV-2). */
function sideOf({ seat }: Member): Side {
  if (seat.side === null) throw new Error(`seat ${seat.id} may approve and has no side`)
  return seat.side
}
