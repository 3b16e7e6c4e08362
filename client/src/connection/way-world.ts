import { LIVE_PATH } from '@roundtable/shared/protocol'
import { blocked, type Blocked } from './blocked.js'

/** A WebSocket that is not open by then is looked after: where our server answers by HTTP within `QUICK_MS`, something swallows it. */
export const LOOK_AFTER_MS = 4000
export const QUICK_MS = 1500
/** On a line on which HTTP is slow too, it gets so long. */
export const GIVE_UP_AFTER_MS = 15_000

/** What is around a page's way to the server: a browser's, or a test's. */
export interface WayWorld {
  readonly openSocket: (url: string) => WebSocket
  /** Whether our own server answers a plain request; a page that a proxy puts in its place does not count. */
  readonly answers: () => Promise<boolean>
  readonly blocked: Blocked
  readonly liveServer: () => string
}

export function liveServer(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${LIVE_PATH}`
}

async function ourServerAnswers(): Promise<boolean> {
  try {
    const answer = await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(GIVE_UP_AFTER_MS) })
    const health: unknown = answer.ok ? await answer.json() : null
    return typeof health === 'object' && health !== null && 'status' in health && health.status === 'alive'
  } catch {
    return false // no answer, or one that is not our server's: a proxy's page of its own
  }
}

/** A browser's. */
export const PAGE: WayWorld = {
  openSocket: (url) => new WebSocket(url),
  answers: ourServerAnswers,
  blocked,
  liveServer
}
