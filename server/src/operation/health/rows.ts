import { HEALTH_FINDINGS, type HealthCheck, type HealthRow } from '@roundtable/shared/protocol'
import { meansThisMachine } from '../../platform/local-host.js'
import type { CertificateFacts, HealthFacts, Measured } from './facts.js'

const MEGABYTE = 1_048_576
const DAY_MS = 86_400_000
const SLOW_DATABASE_MS = 250
const LOW_DISK = 5 * 1024 * MEGABYTE
const VERY_LOW_DISK = 1024 * MEGABYTE
const OLD_BACKUP_DAYS = 7
const CLOCK_APART_MS = 2000
const CLOCK_FAR_APART_MS = 60_000
const CERTIFICATE_DAYS = 21
/** What waits is committed within milliseconds; this much does so only when the database has fallen behind. */
const PILING = { updates: 500, bytes: MEGABYTE }
/** Half of what may wait at all (`live/backlog.ts`): senders are sent away soon. */
const FULL_BYTES = 16 * MEGABYTE

type Finding<C extends HealthCheck> = keyof (typeof HEALTH_FINDINGS)[C] & string
type Args = HealthRow['args']

/** The rows of the health page, in its order, from what was measured. */
export function rowsOf(facts: HealthFacts): HealthRow[] {
  return [
    databaseRow(facts.database),
    storageRow(facts.storage, facts.database),
    backupRow(facts),
    clockRow(facts.clock),
    nodesRow(facts.nodes),
    mailRow(facts.mail),
    addressRow(facts.publicUrl, facts.certificate, facts.now),
    queueRow(facts.queue),
    row('version', 'is', { product: facts.product, node: facts.node })
  ]
}

function row<C extends HealthCheck>(check: C, finding: Finding<C>, args: Args = {}): HealthRow {
  const states = HEALTH_FINDINGS[check] as Readonly<Record<string, HealthRow['state']>>
  return { check, finding, state: states[finding] ?? 'attention', args }
}

function databaseRow(database: HealthFacts['database']): HealthRow {
  if (database.kind === 'hung') return row('database', 'hung', seconds(database.afterMs))
  if (database.kind === 'failed') return row('database', 'away')
  const { latencyMs, version, isOwner } = database.value
  const finding = latencyMs > SLOW_DATABASE_MS ? 'slow' : isOwner ? 'oneRole' : 'answers'
  return row('database', finding, { ms: Math.round(latencyMs), version })
}

function storageRow(storage: HealthFacts['storage'], database: HealthFacts['database']): HealthRow {
  if (storage.kind === 'hung') return row('storage', 'hung', seconds(storage.afterMs))
  if (storage.kind === 'failed') return row('storage', 'unknown')
  const { freeBytes, isDatabaseHere } = storage.value
  const args = { free: megabytes(freeBytes), database: database.kind === 'known' ? megabytes(database.value.bytes) : 0 }
  if (freeBytes < VERY_LOW_DISK) return row('storage', 'veryLow', args)
  if (freeBytes < LOW_DISK) return row('storage', 'low', args)
  return row('storage', isDatabaseHere ? 'enough' : 'elsewhere', args)
}

/** The lines are there whatever was found: who looks for the one that restores has no time to wait for a bad day. */
function backupRow({ backup, backupLine: line, restoreLine: restore, now }: HealthFacts): HealthRow {
  const lines = { line, restore }
  if (backup.kind === 'hung') return row('backup', 'hung', { ...seconds(backup.afterMs), ...lines })
  if (backup.kind === 'failed') return row('backup', 'unknown', lines)
  const { lastAt } = backup.value
  if (lastAt === null) return row('backup', 'never', lines)
  const days = Math.floor((now.getTime() - lastAt.getTime()) / DAY_MS)
  return row('backup', days >= OLD_BACKUP_DAYS ? 'old' : 'recent', { at: lastAt.toISOString(), days: Math.max(0, days), ...lines })
}

function clockRow(clock: HealthFacts['clock']): HealthRow {
  if (clock.kind === 'hung') return row('clock', 'hung', seconds(clock.afterMs))
  if (clock.kind === 'failed') return row('clock', 'unknown')
  const apart = Math.abs(clock.value.aheadMs)
  const args = { seconds: Math.round(apart / 1000) }
  if (apart >= CLOCK_FAR_APART_MS) return row('clock', 'farApart', args)
  return row('clock', apart >= CLOCK_APART_MS ? 'apart' : 'together', args)
}

function nodesRow({ isShared, isUp }: HealthFacts['nodes']): HealthRow {
  if (!isShared) return row('nodes', 'single')
  return row('nodes', isUp ? 'linked' : 'away')
}

function mailRow(mail: HealthFacts['mail']): HealthRow {
  if (mail === null) return row('mail', 'none')
  if (mail.kind === 'hung') return row('mail', 'hung', seconds(mail.afterMs))
  if (mail.kind === 'failed' || mail.value === 'address_refused') return row('mail', 'failed')
  return row('mail', mail.value === 'taken' ? 'answers' : mail.value)
}

function addressRow(publicUrl: string | null, certificate: Measured<CertificateFacts> | null, now: Date): HealthRow {
  if (publicUrl === null) return row('address', 'thisMachine')
  // Said of this machine's own address too: a browser that opened another one compares.
  const args = { address: publicUrl }
  if (meansThisMachine(new URL(publicUrl).host)) return row('address', 'thisMachine', args)
  if (certificate === null) return row('address', 'plain', args)
  if (certificate.kind === 'hung') return row('address', 'hung', { ...args, ...seconds(certificate.afterMs) })
  if (certificate.kind === 'failed') return row('address', 'unknown', args)
  const { endsAt, isTrusted } = certificate.value
  const days = Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS)
  const ending = { ...args, at: endsAt.toISOString(), days: Math.max(0, days) }
  if (endsAt <= now) return row('address', 'over', ending)
  if (!isTrusted) return row('address', 'untrusted', ending)
  return row('address', days < CERTIFICATE_DAYS ? 'endsSoon' : 'certified', ending)
}

function queueRow({ updates, bytes }: HealthFacts['queue']): HealthRow {
  const args = { updates }
  if (updates === 0) return row('queue', 'empty')
  if (bytes >= FULL_BYTES) return row('queue', 'full', args)
  return row('queue', updates >= PILING.updates || bytes >= PILING.bytes ? 'piling' : 'flowing', args)
}

const seconds = (ms: number): Args => ({ seconds: Math.round(ms / 1000) })
const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE)
