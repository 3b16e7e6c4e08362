import type { ChangedPart } from '@roundtable/shared/protocol'
import type { Query } from '../../ability/index.js'
import { settle } from '../settle.js'
import { settleProtocols } from './protocol.store.js'

/** What follows where the people of a workspace are others than before: who speaks for the community, and then all else. */
export async function settlePeople(query: Query, workspaceId: string): Promise<readonly ChangedPart[]> {
  await settleProtocols(query, workspaceId)
  return settle(query, workspaceId)
}
