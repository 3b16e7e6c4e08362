/** The embedded database cannot do what was asked; the message tells the person what to do. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError'
}

/** The last line of every message that only another PostgreSQL can answer. */
export const useAnother =
  'To use a PostgreSQL of your own (15 or newer), start with DATABASE_URL=postgres://user:password@host:5432/database.'

/** What Node adds to a failed system call (`ENOENT`, `EACCES`, ...), or an SQLSTATE from `pg`. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : undefined
}
