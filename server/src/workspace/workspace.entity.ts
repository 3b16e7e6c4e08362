import type { DefinitionOutcome, LeadKind, Modality, PartnerKind, RegistryLevel } from '@roundtable/shared/framework'
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm'

/** An initiative or a country programme (design §4). */
@Entity('workspace')
export class WorkspaceEntity {
  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  kind: 'initiative' | 'country_programme'

  @Column('text')
  title: string

  @Column('char', { length: 2 })
  country: string

  @Column('text')
  modality: Modality

  @Column('text', { name: 'lead_kind', nullable: true })
  leadKind: LeadKind | null

  @Column('text', { name: 'named_partner', nullable: true })
  namedPartner: PartnerKind | null

  @Column('text', { nullable: true })
  outcome: DefinitionOutcome | null

  @Column('text', { name: 'outcome_paragraph', default: '' })
  outcomeParagraph: string

  /** What the secretariat's registry shows. */
  @Column('text', { default: 'none' })
  registry: RegistryLevel

  @Column('text')
  status: string

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date
}
