/**
 * What time mends, and no statement is to blame for: PostgreSQL classes 08 (connection), 40 (rollback: deadlock,
 * serialization), 53 (resources), 55 (locks), 57 (operator: shutdown, cancel, time-out), 58 (disk), the read-only
 * server of a failover (25006), and what `pg` and the system say of a lost server.
 */
const AWAY = /^(08|25006|40|53|55|57|58)|^(ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST\w+|ENET\w+)$/
const AWAY_IN_WORDS = /Connection terminated|timeout exceeded when trying to connect|timeout expired|not queryable/
/** What `pg` says when its own patience ends (`query_timeout`). */
const NO_ANSWER = /^Query read timeout$/

/** A SQLSTATE (PostgreSQL, appendix A): the server has answered. Each has a figure, which the system's own codes (`EPERM`) lack. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/
/** Roles, catalogue, missing functions and privileges: wrong for everybody, whatever is sent. */
const WRONG_FOR_ALL = /^(25|28|3D|3F|42)/

/** The database cannot be reached or does not take anything at the moment. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error)
  return (code !== null && AWAY.test(code)) || (hasMessage(error) && AWAY_IN_WORDS.test(error.message)) || isAnswerMissing(error)
}

/** A statement has had no answer in time: whether it took effect is not known, and its connection is of no use any more. */
export function isAnswerMissing(error: unknown): boolean {
  return hasMessage(error) && NO_ANSWER.test(error.message)
}

/** Somebody else kept rows locked longer than the statement waits (`lock_not_available`). */
export function isLockTimeout(error: unknown): boolean {
  return codeOf(error) === '55P03'
}

/** The database has read what it was sent and refuses this: trying again would change nothing, sending something else would. */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error)
  return code !== null && SQLSTATE.test(code) && !isDatabaseAway(error) && !WRONG_FOR_ALL.test(code)
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, driverError } = error as { code?: unknown; driverError?: unknown }
  if (typeof code === 'string') return code
  return driverError === undefined ? null : codeOf(driverError)
}

function hasMessage(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
}
