import type pg from 'pg'

/** A visit is written down and may lengthen one's session, a guess is counted: neither is what somebody else could notice. */
const OWN_BOOKKEEPING = ['sign_in_attempt']
/** Made from the logs by a worker a moment after somebody wrote: the logs themselves are looked at. */
const DERIVED = ['document_projection', 'projected_task', 'projected_clause', 'projected_answer']
const WITHOUT_VISITS: Readonly<Record<string, string>> = {
  session: `select to_jsonb(t) - '{last_seen_at,expires_at}'::text[] as row from session t`,
  access_scope: 'select to_jsonb(t) as row from access_scope t where not exists (select 1 from person p where p.id = t.scope_id)'
}

/** A digest of every table of the database: whatever an act changes, anywhere, is seen. Needs the tables' owner. */
export class EveryRow {
  private constructor(
    private readonly owner: pg.Pool,
    private readonly statement: string
  ) {}

  static async of(owner: pg.Pool): Promise<EveryRow> {
    const { rows } = await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any ($1) order by 1`,
      [[...OWN_BOOKKEEPING, ...DERIVED]]
    )
    const digests = rows.map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(row::text, E'\\n' order by row::text), '')) as digest
         from (${WITHOUT_VISITS[name] ?? `select to_jsonb(t) as row from "${name}" t`}) rows`
    )
    return new EveryRow(owner, digests.join(' union all '))
  }

  async digests(): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.owner.query<{ name: string; digest: string }>({ name: 'every-row', text: this.statement })
    return new Map(rows.map(({ name, digest }) => [name, digest]))
  }

  /** The names of the tables that are other than `before`. */
  async changedSince(before: ReadonlyMap<string, string>): Promise<string[]> {
    return [...(await this.digests())].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)
  }
}
