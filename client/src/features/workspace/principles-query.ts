import { queryOptions } from '@tanstack/react-query'
import { request } from '../../lib/request.js'
import { partKey } from './workspace.js'

/** What each side has handed in about the principles. */
export function principlesQuery(workspaceId: string) {
  return queryOptions({ queryKey: partKey(workspaceId, 'principles'), queryFn: () => request('getPrinciples', { id: workspaceId }) })
}
