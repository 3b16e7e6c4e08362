import { Inject, Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { SignInAttemptEntity } from './sign-in-attempt.entity.js'
import { type CountedKey, SignInAttemptStore } from './sign-in-attempt.store.js'

@Injectable()
export class TypeormSignInAttemptStore extends SignInAttemptStore {
  constructor(@Inject(DataSource) private readonly source: DataSource) {
    super()
  }

  override async enter(keys: readonly CountedKey[]): Promise<number> {
    const runner = this.source.createQueryRunner()
    try {
      await runner.startTransaction()
      const counted = (await runner.query(COUNT, columnsOf(keys))) as unknown[]
      if (counted.length === keys.length) {
        await runner.commitTransaction()
        return 0
      }
      const [blocked] = (await runner.query(LONGEST_WAIT, [keys.map(({ keyHash }) => keyHash)])) as [{ seconds: number }]
      await runner.rollbackTransaction()
      return blocked.seconds
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction()
      throw error
    } finally {
      await runner.release()
    }
  }

  override async takeBack(keys: readonly CountedKey[], cleared: readonly Buffer[]): Promise<void> {
    await this.source.query(TAKE_BACK, [keys.map(({ keyHash }) => keyHash), keys.map(({ rule }) => rule.freeTries), cleared])
  }

  override async clean(seconds: number): Promise<number> {
    const result = await this.source
      .createQueryBuilder()
      .delete()
      .from(SignInAttemptEntity)
      .where(`last_failed_at < now() - make_interval(secs => :seconds) and blocked_until <= now()`, { seconds })
      .execute()
    return result.affected ?? 0
  }
}

function columnsOf(keys: readonly CountedKey[]): unknown[] {
  return [
    keys.map(({ keyHash }) => keyHash),
    keys.map(({ rule }) => rule.freeTries),
    keys.map(({ rule }) => rule.firstWait),
    keys.map(({ rule }) => rule.longestWait),
    keys.map(({ rule }) => rule.forgottenAfter)
  ]
}

/**
 * One row back for each key that was not blocked. Keys are taken in order, so two attempts never wait for each other
 * in a circle; whoever waited judges the row as the other left it (READ COMMITTED re-reads a conflicting row).
 * \`clock_timestamp()\`, for \`now()\` would be from before the wait.
 */
const COUNT = `
with asked as (
  select * from unnest($1::bytea[], $2::int[], $3::int[], $4::int[], $5::int[])
    as k (key_hash, free_tries, first_wait, longest_wait, forgotten_after)
)
insert into sign_in_attempt as a (key_hash, failures, last_failed_at, blocked_until)
select key_hash, 1, clock_timestamp(), clock_timestamp() from asked order by key_hash
on conflict (key_hash) do update set (failures, last_failed_at, blocked_until) = (
  select n.failures, clock_timestamp(),
    clock_timestamp() + case when n.failures < k.free_tries then interval '0'
      else make_interval(secs => least(k.longest_wait, k.first_wait * 2.0 ^ least(n.failures - k.free_tries, 30))) end
  from asked k, lateral (
    select case when a.last_failed_at < clock_timestamp() - make_interval(secs => k.forgotten_after) then 1 else a.failures + 1 end as failures
  ) n
  where k.key_hash = a.key_hash
)
where a.blocked_until <= clock_timestamp()
returning key_hash`

const LONGEST_WAIT = `
select greatest(1, ceil(extract(epoch from max(blocked_until) - clock_timestamp())))::int as seconds
from sign_in_attempt where key_hash = any ($1)`

const TAKE_BACK = `
with asked as (
  select * from unnest($1::bytea[], $2::int[]) as k (key_hash, free_tries)
), locked as (
  select a.key_hash from sign_in_attempt a where a.key_hash = any ($1) order by a.key_hash for update
)
update sign_in_attempt a set
  failures = case when a.key_hash = any ($3) then 0 else greatest(a.failures - 1, 0) end,
  blocked_until = case when a.key_hash = any ($3) or a.failures - 1 < k.free_tries then clock_timestamp() else a.blocked_until end
from asked k, locked l
where a.key_hash = k.key_hash and a.key_hash = l.key_hash`
