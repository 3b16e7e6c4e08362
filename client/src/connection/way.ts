import { CLOSE, closeNameOf, LIVE_PATH } from '@roundtable/shared/protocol'
import { blocked, type Blocked } from './blocked.js'

/** Failures one after another, each while plain HTTP is answered by our server, after which the network counts as blocking. */
const ENOUGH_FAILURES = 2
/** A WebSocket that is not open by then is looked after: where our server answers by HTTP within `QUICK_MS`, something swallows it. */
const LOOK_AFTER_MS = 4000
const QUICK_MS = 1500
/** On a line on which HTTP is slow too, it gets so long. */
const GIVE_UP_AFTER_MS = 15_000
const FIRST_LOOK_BACK_MS = 60_000
const LONGEST_LOOK_BACK_MS = 10 * 60_000
/** No document's: the door answers it with a code of ours, which is all that is to be known. */
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** What is around it: a browser's, or a test's. */
export interface WayWorld {
  readonly openSocket: (url: string) => WebSocket
  /** Whether our own server answers a plain request; a page that a proxy puts in its place does not count. */
  readonly answers: () => Promise<boolean>
  readonly blocked: Blocked
  readonly liveServer: () => string
}

interface Watched {
  readonly opened: () => void
  readonly heard: () => void
  readonly ended: (code: number) => void
  readonly left: () => void
}

/**
 * Which way this page's live connections go: by WebSockets, or, where the network blocks these, by the tunnel. Found out by what
 * happens, said to whoever listens, and looked at again now and then.
 */
export class Way {
  #failures = 0
  #lastFailureAt = -Infinity
  #tunnelled = 0
  #lookBackIn = FIRST_LOOK_BACK_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #isLooking = false

  constructor(private readonly world: WayWorld) {}

  /**
   * A WebSocket of a document is opened. `onGivenUp`: nothing has come of it in good time. What becomes of it is to be told:
   * that it is open, that a message came, that it has ended, or that it was left, which says nothing.
   */
  watch(onGivenUp: () => void): Watched {
    const startedAt = performance.now()
    let isConnecting = true
    let isOver = false
    const over = (): void => {
      isOver = true
      clearTimeout(look)
      clearTimeout(end)
    }
    const giveUp = (): void => {
      if (isOver) return
      over()
      void this.#failed(startedAt)
      onGivenUp()
    }
    const look = setTimeout(() => {
      const askedAt = performance.now()
      void this.world.answers().then((isOurs) => {
        if (isOurs && isConnecting && performance.now() - askedAt < QUICK_MS) giveUp()
      })
    }, LOOK_AFTER_MS)
    const end = setTimeout(giveUp, GIVE_UP_AFTER_MS)
    const heard = (): void => {
      if (isOver) return
      over()
      this.#failures = 0
    }
    return {
      opened: () => (isConnecting = false),
      heard,
      ended: (code) => {
        if (isOver) return
        // With a code of ours it has been at our door.
        if (closeNameOf(code) !== null) return heard()
        over()
        void this.#failed(startedAt)
      },
      left: over
    }
  }

  /** A line of the tunnel is used; answers how to say that it is not any more. While any is, the direct way is looked for. */
  tunnelled(): () => void {
    this.#tunnelled += 1
    if (this.#tunnelled === 1) {
      window.addEventListener('online', this.#lookBack)
      this.#lookBackLater()
    }
    let isUsed = true
    return () => {
      if (!isUsed) return
      isUsed = false
      this.#tunnelled -= 1
      if (this.#tunnelled > 0) return
      clearTimeout(this.#timer)
      window.removeEventListener('online', this.#lookBack)
    }
  }

  async #failed(startedAt: number): Promise<void> {
    // Several documents that fail together have failed once.
    if (startedAt < this.#lastFailureAt) return
    this.#lastFailureAt = performance.now()
    if (!(await this.world.answers())) return
    this.#failures += 1
    if (this.#failures >= ENOUGH_FAILURES) this.#become(true)
  }

  #lookBackLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#lookBack, this.#lookBackIn)
    this.#lookBackIn = Math.min(this.#lookBackIn * 2, LONGEST_LOOK_BACK_MS)
  }

  readonly #lookBack = (): void => {
    if (this.#isLooking) return
    this.#isLooking = true
    const socket = this.world.openSocket(`${this.world.liveServer()}${NOWHERE}`)
    const done = (isOpen: boolean): void => {
      clearTimeout(limit)
      socket.onclose = null
      this.#isLooking = false
      if (isOpen) this.#become(false)
      else if (this.#tunnelled > 0) this.#lookBackLater()
    }
    const limit = setTimeout(() => {
      done(false)
      socket.close()
    }, LOOK_AFTER_MS)
    socket.onclose = ({ code }) => done(code === CLOSE.notFound.code)
  }

  #become(isBlocked: boolean): void {
    this.#failures = 0
    this.#lookBackIn = FIRST_LOOK_BACK_MS
    this.world.blocked.become(isBlocked)
  }
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

/** Of this page. */
export const way = new Way({
  openSocket: (url) => new WebSocket(url),
  answers: ourServerAnswers,
  blocked,
  liveServer
})
