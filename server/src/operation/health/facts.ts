import type { MailOutcome } from '@roundtable/shared/protocol'

/** What looking at one thing has given: what was found, or that it failed, or that no answer came in time. */
export type Measured<T> =
  { readonly kind: 'known'; readonly value: T } | { readonly kind: 'failed' } | { readonly kind: 'hung'; readonly afterMs: number }

export interface CertificateFacts {
  readonly endsAt: Date
  /** Its authority is one that this machine knows. */
  readonly isTrusted: boolean
}

/** All that was measured for the health page, at one moment. Bytes and milliseconds. `isOwner`: the application’s role is that of the tables. */
export interface HealthFacts {
  readonly now: Date
  readonly database: Measured<{ readonly latencyMs: number; readonly version: string; readonly bytes: number; readonly isOwner: boolean }>
  /** By how much the database's clock is ahead of this server's. */
  readonly clock: Measured<{ readonly aheadMs: number }>
  /** The disk of `DATA_DIR`. */
  readonly storage: Measured<{ readonly freeBytes: number; readonly isDatabaseHere: boolean }>
  readonly backup: Measured<{ readonly lastAt: Date | null }>
  /** What backs this installation up. */
  readonly backupLine: string
  /** What brings a backup back. */
  readonly restoreLine: string
  readonly nodes: { readonly isShared: boolean; readonly isUp: boolean }
  /** Null: no mail server is named. */
  readonly mail: Measured<MailOutcome> | null
  readonly publicUrl: string | null
  /** Of the public address; null where that is not https. */
  readonly certificate: Measured<CertificateFacts> | null
  /** Edits that have arrived and are neither committed nor refused. */
  readonly queue: { readonly updates: number; readonly bytes: number }
  readonly product: string
  readonly node: string
}
