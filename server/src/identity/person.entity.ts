import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm'

/** Somebody with an account. `id` never leaves the server; others may see `publicId`, and mostly a seat instead. */
@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'public_id' })
  publicId: string

  /** In canonical form (`canonicalName`); what the person types to sign in. */
  @Column('text')
  handle: string

  @Column('text', { nullable: true })
  email: string | null

  @Column('text')
  name: string

  @Column('text')
  locale: string

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null

  @Column('text', { name: 'recovery_hash', nullable: true, select: false })
  recoveryHash: string | null

  @Column('boolean', { name: 'is_suspended' })
  isSuspended: boolean

  @Column('text', { name: 'sample_key', nullable: true })
  sampleKey: string | null

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date
}
