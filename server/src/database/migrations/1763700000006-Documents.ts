import { type MigrationInterface, type QueryRunner } from 'typeorm'

/**
 * Plans and principles; documents that a side keeps to itself; what tasks and agreements have become outside their text.
 *
 * `private_to` is a right, so a change of it raises the workspace's access number like any other.
 */
export class Documents1763700000006 implements MigrationInterface {
  readonly name = 'Documents1763700000006'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [KINDS, ACCESS]) await runner.query(statement)
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Documents people have written are not taken down; restore a backup instead.'))
  }
}

const KINDS = `
alter table document drop constraint document_kind_check;
alter table document
  add constraint document_kind_check check (kind in ('plain', 'objectives', 'agreement', 'roadmap', 'plan', 'principles')),
  add column stage text check (stage in ('S1', 'S2', 'S3', 'S4', 'S5', 'S6')),
  add column private_to text check (private_to in ('civic', 'state', 'other')),
  add constraint document_plan_stage check ((stage is not null) = (kind = 'plan')),
  add constraint document_principles_side check (kind <> 'principles' or side is not null),
  add constraint document_kept_by_its_side check (private_to is null or side = private_to);
-- One shared plan a stage, and one principles document a side: two people who begin one at once get the same.
create unique index document_one_plan on document (workspace_id, stage) where kind = 'plan' and private_to is null;
create unique index document_one_principles on document (workspace_id, side) where kind = 'principles';
`

const ACCESS = `
drop trigger access_of_document on document;
create trigger access_of_document after update of workspace_id, side, kind, stage, private_to on document
  for each row execute function raise_workspace_access();
`
