import { canonicalJson } from '@roundtable/shared/document'
import type { Query } from '../../ability/index.js'
import { sha256 } from '../../platform/sha256.js'
import type { SelfDefinition } from '../domain/self-definition.js'
import type { Speaker } from './profile.store.js'

/** Other words, or other groups, are not what was agreed to. The order in which groups were ticked says nothing. */
export function wordsHash({ populations, populationLabel, identification }: SelfDefinition): string {
  return sha256(canonicalJson({ populations: [...populations].sort(), populationLabel, identification }))
}

/** The voices that agree to these words. */
export async function agreeingTo(query: Query, workspaceId: string, words: SelfDefinition): Promise<ReadonlySet<string>> {
  const rows = await query<{ voice: string }>(
    `select voice from population_agreement where workspace_id = $1 and agrees and words_hash = decode($2, 'hex')`,
    [workspaceId, wordsHash(words)]
  )
  return new Set(rows.map(({ voice }) => voice))
}

export async function keepAgreement(
  query: Query,
  workspaceId: string,
  { voice, side, seatId }: Speaker,
  { words, agrees }: { readonly words: SelfDefinition; readonly agrees: boolean }
): Promise<void> {
  await query(
    `insert into population_agreement (workspace_id, voice, side, agrees, words_hash, seat_id) values ($1, $2, $3, $4, decode($5, 'hex'), $6)
     on conflict (workspace_id, voice) do update
       set agrees = excluded.agrees, words_hash = excluded.words_hash, seat_id = excluded.seat_id, said_at = clock_timestamp()`,
    [workspaceId, voice, side, agrees, wordsHash(words), seatId]
  )
}
