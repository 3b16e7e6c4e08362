import { closeNameOf } from '@roundtable/shared/protocol'
import { LookBack } from './look-back.js'
import { GIVE_UP_AFTER_MS, LOOK_AFTER_MS, PAGE, QUICK_MS, type WayWorld } from './way-world.js'

/** Failures one after another, each while plain HTTP is answered by our server, after which the network counts as blocking. */
const ENOUGH_FAILURES = 2

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
  readonly #lookBack: LookBack

  constructor(private readonly world: WayWorld) {
    this.#lookBack = new LookBack(world, () => this.#become(false))
  }

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
    return this.#lookBack.use()
  }

  async #failed(startedAt: number): Promise<void> {
    // Several documents that fail together have failed once.
    if (startedAt < this.#lastFailureAt) return
    this.#lastFailureAt = performance.now()
    if (!(await this.world.answers())) return
    this.#failures += 1
    if (this.#failures >= ENOUGH_FAILURES) this.#become(true)
  }

  #become(isBlocked: boolean): void {
    this.#failures = 0
    this.#lookBack.beginAnew()
    this.world.blocked.become(isBlocked)
  }
}

/** Of this page. */
export const way = new Way(PAGE)
