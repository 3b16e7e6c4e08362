import { Inject, Injectable } from '@nestjs/common'
import type { HealthView } from '@roundtable/shared/protocol'
import { statfs } from 'node:fs/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../../config/index.js'
import { LiveServer } from '../../live/index.js'
import { Mailer } from '../../notice/index.js'
import type { Clock } from '../../platform/clock.js'
import type { NodeLink } from '../../platform/nodes/node-link.js'
import { CLOCK, CONFIG, LOGGER, NODE_LINK, POOL } from '../../platform/tokens.js'
import { VERSION } from '../../platform/version.js'
import { backupLine, restoreLine } from './backup-line.js'
import { certificateOf } from './certificate.js'
import type { HealthFacts, Measured } from './facts.js'
import { measured } from './measure.js'
import { rowsOf } from './rows.js'

/** So long each look may take; all are made at the same time. */
const LOOK_MS = 4000

/** Measures how this node and what it stands on are. Nothing of it is kept, and nothing names a person. */
@Injectable()
export class HealthService {
  #underWay: Promise<HealthView> | null = null

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(NODE_LINK) private readonly link: NodeLink,
    @Inject(Mailer) private readonly mailer: Mailer,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger
  ) {}

  /** Whoever asks while somebody else's look is under way is shown that one. */
  look(): Promise<HealthView> {
    this.#underWay ??= this.#look().finally(() => (this.#underWay = null))
    return this.#underWay
  }

  async #look(): Promise<HealthView> {
    const { publicUrl } = this.config
    const [database, clock, storage, backup, mail, certificate] = await Promise.all([
      this.#measured('the database', () => this.#database()),
      this.#measured('the clock of the database', () => this.#aheadMs()),
      this.#measured('the disk', () => this.#disk()),
      this.#measured('the last backup', () => this.#lastBackup()),
      this.mailer.isThere ? this.#measured('the mail server', () => this.mailer.check()) : null,
      publicUrl?.startsWith('https:') ? this.#measured('the certificate', () => certificateOf(publicUrl, LOOK_MS)) : null
    ])
    const now = new Date()
    const { isShared, isUp } = this.link
    const facts: HealthFacts = {
      now,
      database,
      clock,
      storage,
      backup,
      backupLine: backupLine(this.config),
      restoreLine: restoreLine(this.config),
      nodes: { isShared, isUp },
      mail,
      publicUrl,
      certificate,
      queue: this.live.appender.queue,
      product: VERSION,
      node: process.versions.node
    }
    return { asOf: now.toISOString(), rows: rowsOf(facts) }
  }

  #measured<T>(what: string, look: () => Promise<T>): Promise<Measured<T>> {
    return measured(what, LOOK_MS, look, this.logger)
  }

  async #database(): Promise<{ latencyMs: number; version: string; bytes: number; isOwner: boolean }> {
    const { rows } = await this.pool.query<{ version: string; bytes: number; isOwner: boolean }>(
      `select split_part(current_setting('server_version'), ' ', 1) as version, pg_database_size(current_database()) as bytes,
         (select pg_has_role(relowner, 'usage') from pg_class where oid = 'document_update'::regclass) as "isOwner"`
    )
    const { version = '', bytes = 0, isOwner = false } = rows[0] ?? {}
    // A statement of nothing: what it takes is the way there and back.
    const asked = this.clock.monotonic()
    await this.pool.query('select 1')
    return { latencyMs: this.clock.monotonic() - asked, version, bytes, isOwner }
  }

  /** The database's answer is taken to be of the middle of the time it took. */
  async #aheadMs(): Promise<{ aheadMs: number }> {
    await this.pool.query('select 1') // the way to a connection is no part of it
    const before = serverTime()
    const { rows } = await this.pool.query<{ now: Date }>('select clock_timestamp() as now')
    const after = serverTime()
    return { aheadMs: (rows[0]?.now.getTime() ?? after) - (before + after) / 2 }
  }

  async #disk(): Promise<{ freeBytes: number; isDatabaseHere: boolean }> {
    const { bavail, bsize } = await statfs(this.config.dataDir)
    return { freeBytes: bavail * bsize, isDatabaseHere: this.config.database.kind === 'embedded' }
  }

  async #lastBackup(): Promise<{ lastAt: Date | null }> {
    const { rows } = await this.pool.query<{ lastAt: Date | null }>('select max(made_at) as "lastAt" from backup_made')
    return { lastAt: rows[0]?.lastAt ?? null }
  }
}

// eslint-disable-next-line no-restricted-properties -- this very clock is what is compared with the database's
const serverTime = (): number => Date.now()
