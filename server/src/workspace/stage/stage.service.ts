import { ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import type { Stage } from '@roundtable/shared/framework'
import type { SaidEngagement, StagePart, StagesView } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Ask, type Intents, type Query, queryOf, refusalBy } from '../../ability/index.js'
import type { Changes } from '../../platform/changes.js'
import { SAY, stagesView } from './stage-view.js'
import { type SaidRow, type Speaker, engagementsOf, keepEngagement, keepPart, partsOf } from './stage.store.js'

const SEE: Ask = { action: 'view', artefact: 'METH' }

/** Something a side says of itself at a stage: what of it stands already, and how to write it down. */
interface Saying {
  readonly stage: Stage
  readonly seenAt: string | null
  readonly said: (query: Query, workspaceId: string) => Promise<readonly SaidRow[]>
  readonly keep: (query: Query, speaker: Speaker) => Promise<void>
}

/** Table 1 with this workspace's answers: who leads, who takes part, and how far people are engaged (domain.md A7, A8). */
export class StageService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes
  ) {}

  async view(personId: string, workspaceId: string): Promise<StagesView> {
    const member = await this.intents.member(personId, workspaceId, SEE)
    return stagesView(queryOf(this.source.manager), member)
  }

  /**
   * Says what one's own side does at a stage. Throws `not_allowed`: seats without a side have no part to say (WORK-12); and
   * `changed_meanwhile` when another of the side was faster.
   */
  say(personId: string, workspaceId: string, part: StagePart): Promise<StagesView> {
    return this.#say(personId, workspaceId, { ...part, said: partsOf, keep: (query, speaker) => keepPart(query, speaker, part) })
  }

  /** Says how far, and how well, people are engaged at a stage, as one's own side sees it (¶11). Throws as `say` does. */
  sayEngagement(personId: string, workspaceId: string, engagement: SaidEngagement): Promise<StagesView> {
    const keep = (query: Query, speaker: Speaker): Promise<void> => keepEngagement(query, speaker, engagement)
    return this.#say(personId, workspaceId, { ...engagement, said: engagementsOf, keep })
  }

  async #say(personId: string, workspaceId: string, { stage, seenAt, said, keep }: Saying): Promise<StagesView> {
    const view = await this.intents.run(personId, workspaceId, SAY, async (manager, member) => {
      const { side, id: seatId } = member.seat
      if (side === null) throw refusalBy(ruleReason('WORK-12'))
      const query = queryOf(manager)
      const earlier = (await said(query, workspaceId)).find((row) => row.stage === stage && row.side === side)
      if ((earlier?.answeredAt.toISOString() ?? null) !== seenAt) throw new RoundtableError('changed_meanwhile')
      await keep(query, { workspaceId, side, seatId })
      return stagesView(query, member)
    })
    this.changes.announce(workspaceId, 'stages')
    return view
  }
}
