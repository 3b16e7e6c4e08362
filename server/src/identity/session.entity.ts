import { Column, Entity, PrimaryColumn } from 'typeorm'

/** One browser signed in as one person. Ended sessions stay a while, so that an end is a change others can see. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'person_id' })
  personId: string

  @Column('bytea', { name: 'token_hash', select: false })
  tokenHash: Buffer

  @Column('text')
  device: string

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt: Date

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null
}
