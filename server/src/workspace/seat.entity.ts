import type { Role, Side } from '@roundtable/shared/framework'
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm'

/** A person × workspace × side × role × mandate. The name is what others see here: often a pseudonym. */
@Entity('seat')
export class SeatEntity {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'workspace_id' })
  workspaceId: string

  @Column('uuid', { name: 'person_id' })
  personId: string

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null

  @Column('text', { nullable: true })
  side: Side | null

  @Column('text')
  role: Role

  @Column('text')
  name: string

  @Column('boolean', { name: 'is_funder' })
  isFunder: boolean

  @Column('boolean', { name: 'invited_by_civic' })
  invitedByCivic: boolean

  @Column('timestamptz', { name: 'mandate_expires_at', nullable: true })
  mandateExpiresAt: Date | null

  /** A delegate whom nobody else of the community has confirmed yet. */
  @Column('boolean', { name: 'is_provisional', default: false })
  isProvisional: boolean

  /** Who authorised this person to speak for the organisation or community. */
  @Column('text', { name: 'mandate_given_by', nullable: true })
  mandateGivenBy: string | null

  @Column('text', { name: 'mandate_note', default: '' })
  mandateNote: string

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: 'left' | 'removed' | 'replaced' | null

  @Column('text', { name: 'end_note', default: '' })
  endNote: string

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null

  /** Whoever left goes on reading what they co-wrote (ABIL-28). */
  @Column('boolean', { name: 'keeps_reading', default: false })
  keepsReading: boolean

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date
}
