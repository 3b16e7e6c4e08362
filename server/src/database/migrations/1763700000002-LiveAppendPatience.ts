import type { MigrationInterface, QueryRunner } from 'typeorm'

const SIGNATURE = `live_append(uuid[], uuid[], uuid[], uuid[], integer[], bigint[], bigint[], timestamptz[],
  integer[], uuid[], bigint[], integer[], bytea[], integer[])`

/**
 * An append that has waited a second for somebody's lock gives up, so that the server can set the locked
 * documents aside and commit the others'. Locks of the product itself are held for milliseconds.
 */
export class LiveAppendPatience1763700000002 implements MigrationInterface {
  readonly name = 'LiveAppendPatience1763700000002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function ${SIGNATURE} set lock_timeout = '1s'`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter function ${SIGNATURE} reset lock_timeout`)
  }
}
