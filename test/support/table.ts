import type { DefinitionAnswer, OperationName } from '@roundtable/shared/protocol'
import type { DefinitionQuestion, Modality, Role } from '@roundtable/shared/framework'
import { ApiClient } from './api-client.js'
import type { TestServer } from './server.js'
import { type PersonInWorld, World } from './world.js'

/** Somebody seated in a workspace, at the REST door. */
export interface Seated extends PersonInWorld {
  readonly api: ApiClient
}

type SeatOptions = NonNullable<Parameters<World['seat']>[1]>

/** What each question is answered with where nothing else is said. */
const USUAL: Readonly<Record<DefinitionQuestion, string>> = { Q1: 'yes', Q2: 'yes', Q3: 'citizens', Q4: 'yes', Q5: 'empowerment', Q6: 'no' }

export const answerOf = (question: DefinitionQuestion, value: string): DefinitionAnswer => ({
  question,
  value,
  reason: `${value}, for we have seen it`,
  evidence: []
})

/** A workspace with people of several sides, each with a session: who talks with whom about how they work together. */
export class Table {
  private constructor(
    readonly server: TestServer,
    readonly world: World
  ) {}

  static async with(server: TestServer, modality: Modality = 'M0'): Promise<Table> {
    const world = await World.create(server.pool, modality)
    if (modality !== 'M3') await server.pool.query('update workspace set named_partner = null where id = $1', [world.workspaceId])
    return new Table(server, world)
  }

  get id(): string {
    return this.world.workspaceId
  }

  async seat(role: Role, options: SeatOptions = {}): Promise<Seated> {
    const person = await this.world.seat(role, options)
    return { ...person, api: await ApiClient.as(this.server, person.personId) }
  }

  /** One person's answers to all six questions, in order. */
  async answerAll({ api }: Seated, more: Partial<Record<DefinitionQuestion, string>> = {}): Promise<void> {
    const answers = Object.entries({ ...USUAL, ...more }) as [DefinitionQuestion, string][]
    for (const [question, value] of answers) await api.call('answerDefinition', { id: this.id, body: answerOf(question, value) })
  }

  async held(): Promise<{ modality: string; lead: string | null; partner: string | null; outcome: string | null }> {
    const { rows } = await this.server.pool.query<{
      modality: string
      lead: string | null
      partner: string | null
      outcome: string | null
    }>('select modality, lead_kind as lead, named_partner as partner, outcome from workspace where id = $1', [this.id])
    return rows[0]!
  }

  /** Everything that an answer, a proposal or a stance could have changed. */
  async everything(): Promise<string> {
    const { rows } = await this.server.pool.query<{ everything: string }>(
      `select json_build_array(
         (select json_agg(w) from workspace w where w.id = $1),
         (select json_agg(a order by a.id) from definition_answer a where a.workspace_id = $1),
         (select json_agg(c order by c.id) from modality_change c where c.workspace_id = $1),
         (select json_agg(m order by m.change_id, m.voice) from modality_stance m join modality_change c on c.id = m.change_id where c.workspace_id = $1)
       )::text as everything`,
      [this.id]
    )
    return rows[0]!.everything
  }

  /** What is refused, and that it has changed nothing. */
  async refused({ api }: Seated, name: OperationName, input: Parameters<ApiClient['refusal']>[1]): ReturnType<ApiClient['refusal']> {
    const before = await this.everything()
    const refusal = await api.refusal(name, input)
    if ((await this.everything()) !== before) throw new Error(`${name} was refused and has changed something`)
    return refusal
  }
}
