import { type DataSource, IsNull } from 'typeorm'
import { SEAT_SEES_WORKSPACE } from '../ability/index.js'
import { insertSeat, insertWorkspace } from './insert-rows.js'
import { SeatEntity } from './seat.entity.js'
import { WorkspaceEntity } from './workspace.entity.js'
import type { ListedRow, NewSeat, NewWorkspace, WorkspaceRow, WorkspaceStore } from './workspace.store.js'

const FACTS = `w.id, w.kind, w.title, w.country, w.modality,
  (select count(*)::int from seat x where x.workspace_id = w.id and x.ended_at is null) as people`

const OF_PERSON = `from workspace w
  join seat s on s.workspace_id = w.id and s.person_id = $1 and s.ended_at is null and ${SEAT_SEES_WORKSPACE}`

export class TypeormWorkspaceStore implements WorkspaceStore {
  constructor(private readonly source: DataSource) {}

  async ofPerson(personId: string, afterId: string | null, limit: number): Promise<ListedRow[]> {
    const rows: ListedRow[] = await this.source.query(
      `select ${FACTS}, s.id as "seatId", s.side, s.role, s.name, o.name as organisation, s.mandate_expires_at as "mandateExpiresAt"
       ${OF_PERSON} left join organisation o on o.id = s.organisation_id
       where $2::uuid is null or w.id > $2 order by w.id limit $3`,
      [personId, afterId, limit]
    )
    return rows
  }

  async findForPerson(id: string, personId: string): Promise<WorkspaceRow | null> {
    const rows: WorkspaceRow[] = await this.source.query(
      `select ${FACTS}, w.status, w.lead_kind as "leadKind", w.named_partner as "namedPartner", w.outcome,
         w.outcome_paragraph as "outcomeParagraph", w.registry, p.stage
       ${OF_PERSON} join workspace_profile p on p.workspace_id = w.id where w.id = $2`,
      [personId, id]
    )
    return rows[0] ?? null
  }

  async insert(workspace: NewWorkspace): Promise<string> {
    return this.source.transaction((manager) => insertWorkspace(manager, workspace))
  }

  async statusOf(id: string): Promise<string | null> {
    const row = await this.source.getRepository(WorkspaceEntity).findOne({ where: { id }, select: { status: true } })
    return row?.status ?? null
  }

  async setStatus(id: string, status: string): Promise<void> {
    await this.source.getRepository(WorkspaceEntity).update({ id }, { status })
  }

  async hasSeat(workspaceId: string, personId: string): Promise<boolean> {
    return this.source.getRepository(SeatEntity).existsBy({ workspaceId, personId, endedAt: IsNull() })
  }

  async insertSeat(seat: NewSeat): Promise<string> {
    return this.source.transaction((manager) => insertSeat(manager, seat))
  }
}
