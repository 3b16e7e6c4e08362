import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A workspace's seats in the order in which they were taken, those that have ended among them: a seat's colour is its place. */
export class SeatOrder1763700000021 implements MigrationInterface {
  readonly name = 'SeatOrder1763700000021'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index seat_order on seat (workspace_id, created_at, id)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index seat_order')
  }
}
