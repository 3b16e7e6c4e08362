import { Column, Entity, PrimaryColumn } from 'typeorm'

/** Failed attempts under one key (a name, an address, or both). The key is a keyed hash: neither can be read from it. */
@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryColumn('bytea', { name: 'key_hash' })
  keyHash: Buffer

  @Column('integer')
  failures: number

  @Column('timestamptz', { name: 'last_failed_at' })
  lastFailedAt: Date

  @Column('timestamptz', { name: 'blocked_until' })
  blockedUntil: Date
}
