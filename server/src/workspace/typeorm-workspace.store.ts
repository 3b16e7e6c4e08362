import { type DataSource, IsNull, type SelectQueryBuilder } from 'typeorm'
import { v4, v7 } from 'uuid'
import { OrganisationEntity } from './organisation.entity.js'
import { SeatEntity } from './seat.entity.js'
import { WorkspaceEntity } from './workspace.entity.js'
import { type NewSeat, type NewWorkspace, type WorkspaceRow, type WorkspaceStore } from './workspace.store.js'

export class TypeormWorkspaceStore implements WorkspaceStore {
  constructor(private readonly source: DataSource) {}

  async ofPerson(personId: string, afterId: string | null, limit: number): Promise<WorkspaceRow[]> {
    const query = this.#rows(personId).orderBy('w.id').limit(limit)
    if (afterId) query.andWhere('w.id > :afterId', { afterId })
    return query.getRawMany<WorkspaceRow>()
  }

  async findForPerson(id: string, personId: string): Promise<WorkspaceRow | null> {
    return (await this.#rows(personId).andWhere('w.id = :id', { id }).getRawOne<WorkspaceRow>()) ?? null
  }

  async insert({ id = v7(), kind, title, country, modality, leadKind, namedPartner, status }: NewWorkspace): Promise<string> {
    await this.source
      .getRepository(WorkspaceEntity)
      .insert({ id, kind, title, country, modality, leadKind: leadKind ?? null, namedPartner: namedPartner ?? null, status })
    return id
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

  /** Seats are seen by others: their ids are random and say nothing about when somebody came. */
  async insertSeat({ organisation, workspaceId, personId, side, role, name, mandateExpiresAt }: NewSeat): Promise<string> {
    const id = v4()
    await this.source.transaction(async (manager) => {
      const organisationId = organisation ? v7() : null
      if (organisation && organisationId) await manager.insert(OrganisationEntity, { id: organisationId, ...organisation })
      await manager.insert(SeatEntity, {
        id,
        workspaceId,
        personId,
        organisationId,
        side,
        role,
        name,
        isFunder: false,
        invitedByCivic: false,
        mandateExpiresAt: mandateExpiresAt ?? null
      })
    })
    return id
  }

  #rows(personId: string): SelectQueryBuilder<WorkspaceEntity> {
    return this.source
      .getRepository(WorkspaceEntity)
      .createQueryBuilder('w')
      .innerJoin(SeatEntity, 's', 's.workspace_id = w.id and s.person_id = :personId and s.ended_at is null', { personId })
      .select(['w.id as id', 'w.kind as kind', 'w.title as title', 'w.country as country', 'w.modality as modality', 'w.status as status'])
      .addSelect(['w.lead_kind as "leadKind"', 'w.named_partner as "namedPartner"', 'w.outcome as outcome'])
      .addSelect(['w.outcome_paragraph as "outcomeParagraph"', 'w.registry as registry'])
      .addSelect('(select p.stage from workspace_profile p where p.workspace_id = w.id)', 'stage')
      .addSelect('(select count(*)::int from document d where d.workspace_id = w.id)', 'documents')
      .addSelect('(select count(*)::int from seat x where x.workspace_id = w.id and x.ended_at is null)', 'people')
  }
}
