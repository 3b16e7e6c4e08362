import { type Decision, ruleReason } from '@roundtable/shared/ability'
import { RoundtableError } from '@roundtable/shared/error'
import { SIDES, STAGES, tableOne, type Engagement, type Side, type Stage } from '@roundtable/shared/framework'
import { type StagePart, type StagesView } from '@roundtable/shared/protocol'
import { type DataSource, type EntityManager } from 'typeorm'
import { type Ask, type Intents, type Member, ask, refusalBy } from '../../ability/index.js'
import { type Changes } from '../../platform/changes.js'

const SEE: Ask = { action: 'view', artefact: 'METH' }
/** Each side speaks for itself: its own part is its own, whatever else of the plan it may write. */
const SAY: Ask = { action: 'edit-own', artefact: 'METH', object: { ownership: 'own' } }

interface PartRow {
  readonly stage: Stage
  readonly side: Side
  readonly engagement: Engagement
  readonly note: string
  readonly answeredBy: string
  readonly answeredAt: Date
}

/** Table 1 with this workspace's answers: who leads and who takes part at each stage (domain.md A7, A8). */
export class StageService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes
  ) {}

  async view(personId: string, workspaceId: string): Promise<StagesView> {
    const member = await this.intents.member(personId, workspaceId, SEE)
    return viewFor(this.source.manager, member)
  }

  /**
   * Says what one's own side does at a stage. Throws `not_allowed`: seats without a side have no part to say (WORK-12); and
   * `changed_meanwhile` when another of the side was faster.
   */
  async say(personId: string, workspaceId: string, { stage, engagement, note, seenAt }: StagePart): Promise<StagesView> {
    const view = await this.intents.run(personId, workspaceId, SAY, async (manager, member) => {
      const { side } = member.seat
      if (side === null) throw refusalBy(ruleReason('WORK-12'))
      const said = (await partsOf(manager, workspaceId)).find((row) => row.stage === stage && row.side === side)
      if ((said?.answeredAt.toISOString() ?? null) !== seenAt) throw new RoundtableError('changed_meanwhile')
      await manager.query(
        `insert into stage_part (workspace_id, stage, side, engagement, note, seat_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, stage, side) do update
           set engagement = excluded.engagement, note = excluded.note, seat_id = excluded.seat_id, said_at = clock_timestamp()`,
        [workspaceId, stage, side, engagement, note, member.seat.id]
      )
      return viewFor(manager, member)
    })
    this.changes.announce(workspaceId, 'stages')
    return view
  }
}

function partsOf(manager: EntityManager, workspaceId: string): Promise<PartRow[]> {
  return manager.query(
    `select p.stage, p.side, p.engagement, p.note, s.name as "answeredBy", p.said_at as "answeredAt"
     from stage_part p join seat s on s.id = p.seat_id where p.workspace_id = $1`,
    [workspaceId]
  )
}

function maySay(member: Member): Decision {
  return member.seat.side === null ? { allowed: false, ...ruleReason('WORK-12') } : ask(member, SAY)
}

async function viewFor(manager: EntityManager, member: Member): Promise<StagesView> {
  const rows = await partsOf(manager, member.workspaceId)
  const { modality, leadKind } = member.workspace
  const { allowed, rule, paragraph, sentence } = maySay(member)
  return {
    stages: STAGES.map((stage) => ({
      stage,
      parts: SIDES.map((side) => {
        const row = rows.find((each) => each.stage === stage && each.side === side)
        return {
          side,
          usual: tableOne(modality, stage, leadKind)[side],
          answer: row
            ? { engagement: row.engagement, note: row.note, answeredBy: row.answeredBy, answeredAt: row.answeredAt.toISOString() }
            : null,
          isMine: side === member.seat.side
        }
      })
    })),
    mayAnswer: { allowed, because: { rule, paragraph, sentence } }
  }
}
