import { once } from 'node:events'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { finished } from 'node:stream/promises'
import { BackupError } from './backup-error.js'
import type { EntryHead, EntrySink } from './entries.js'
import { copyOf, quoted, tablesOf } from './tables.js'

interface Reference {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Loads tables while nothing but the rows decides what is in them: triggers would write rows of their own (a profile for
 * each workspace), and tables that refer to each other have no order. References are made anew over all rows at the end.
 */
export class TableLoader {
  readonly #loaded = new Set<string>()
  #open: CopyStreamQuery | null = null

  private constructor(
    private readonly client: pg.ClientBase,
    private readonly tables: readonly string[],
    private readonly references: readonly Reference[]
  ) {}

  static async begin(client: pg.ClientBase): Promise<TableLoader> {
    const tables = (await tablesOf(client)).map(({ name }) => name)
    const { rows: references } = await client.query<Reference>(
      `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`
    )
    for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
    for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`)
    return new TableLoader(client, tables, references)
  }

  /** Where the rows of one table go. */
  load({ name, columns }: Extract<EntryHead, { kind: 'table' }>): EntrySink {
    if (!this.tables.includes(name) || this.#loaded.has(name))
      throw new BackupError(`The backup has rows of ${name}, for which there is no place.`)
    this.#loaded.add(name)
    const rows = this.client.query(copyFrom(copyOf({ name, columns }, 'from stdin')))
    this.#open = rows
    const isIn = finished(rows)
    // Heard where the rows are handed over; until then nobody waits for it.
    isIn.catch(() => undefined)
    return {
      write: async (bytes) => {
        if (!rows.write(bytes)) await Promise.race([once(rows, 'drain'), isIn])
      },
      end: async () => {
        rows.end()
        await isIn
        this.#open = null
        return rows.rowCount
      }
    }
  }

  /** Lets go of a table that is half in: the connection takes nothing else before. */
  async abandon(): Promise<void> {
    const rows = this.#open
    if (!rows || rows.destroyed) return
    rows.destroy()
    // It fails, as it was told to, when the database has let go of it.
    await finished(rows).catch(() => undefined)
  }

  /** Throws what the database says when a row refers to one that is not there. */
  async finish(): Promise<void> {
    const missing = this.tables.find((name) => !this.#loaded.has(name))
    if (missing) throw new BackupError(`The backup has no rows of ${missing}: it was not written whole.`)
    for (const { table, name, definition } of this.references)
      await this.client.query(`alter table ${table} add constraint ${name} ${definition}`)
    for (const table of this.tables) await this.client.query(`alter table ${quoted(table)} enable trigger user`)
  }
}
