import { useQuery } from '@tanstack/react-query'
import { RoundtableError } from '@roundtable/shared/error'
import type { HealthRow, HealthState } from '@roundtable/shared/protocol'
import { request } from '../../../lib/request.js'
import { checkSocket, type SocketFinding } from './socket-check.js'

/** What the browser itself finds out stands among the server's rows. */
export interface ShownRow {
  readonly check: string
  readonly finding: string
  readonly state: HealthState
  readonly args: HealthRow['args']
}

const SOCKET_STATES: Readonly<Record<SocketFinding, HealthState>> = { passes: 'good', blocked: 'bad', hung: 'bad' }

export function useHealth() {
  return useQuery({ queryKey: ['health'], queryFn: look, staleTime: Infinity, retry: false, refetchOnReconnect: false })
}

async function look({ signal }: { readonly signal: AbortSignal }): Promise<{ asOf: string; rows: readonly ShownRow[] }> {
  const server = await serverRows()
  return { ...server, rows: [...server.rows, await socketRow(server.rows, signal)] }
}

/** From another address than the one Roundtable was told it lets nobody connect: that is the cause then, and nothing in between. */
async function socketRow(rows: readonly ShownRow[], signal: AbortSignal): Promise<ShownRow> {
  const address = rows.find(({ check }) => check === 'address')?.args.address
  const { origin } = window.location
  if (typeof address === 'string' && new URL(address).origin !== origin)
    return { check: 'socket', finding: 'elsewhere', state: 'bad', args: { address, here: origin } }
  const finding = await checkSocket(window.location, signal)
  return { check: 'socket', finding, state: SOCKET_STATES[finding], args: {} }
}

/** A server that cannot reach its database cannot tell who asks: that is the one row there is. */
async function serverRows(): Promise<{ asOf: string; rows: readonly ShownRow[] }> {
  try {
    return await request('getHealth', {})
  } catch (error) {
    if (!(error instanceof RoundtableError && error.kind === 'unavailable')) throw error
    return { asOf: new Date().toISOString(), rows: [{ check: 'database', finding: 'away', state: 'bad', args: {} }] }
  }
}

const GRAVITY: readonly HealthState[] = ['bad', 'attention', 'good']

/** The gravest first; otherwise as they came. */
export function inOrder(rows: readonly ShownRow[]): readonly ShownRow[] {
  return rows.toSorted((one, other) => GRAVITY.indexOf(one.state) - GRAVITY.indexOf(other.state))
}
