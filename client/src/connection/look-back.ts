import { CLOSE } from '@roundtable/shared/protocol'
import { LOOK_AFTER_MS, type WayWorld } from './way-world.js'

const FIRST_LOOK_MS = 60_000
const LONGEST_WAIT_MS = 10 * 60_000
/** No document's: the door answers it with a code of ours, which is all that is to be known. */
const NOWHERE = '00000000-0000-4000-8000-000000000000'

/** While lines of the tunnel are used, tries now and then, and when the network changes, whether the direct way is open again. */
export class LookBack {
  #used = 0
  #waitMs = FIRST_LOOK_MS
  #timer: ReturnType<typeof setTimeout> | undefined
  #isLooking = false

  constructor(
    private readonly world: Pick<WayWorld, 'openSocket' | 'liveServer'>,
    private readonly onOpen: () => void
  ) {}

  /** A line is used; answers how to say that it is not any more. */
  use(): () => void {
    this.#used += 1
    if (this.#used === 1) {
      window.addEventListener('online', this.#look)
      this.#later()
    }
    let isUsed = true
    return () => {
      if (!isUsed) return
      isUsed = false
      this.#used -= 1
      if (this.#used > 0) return
      clearTimeout(this.#timer)
      window.removeEventListener('online', this.#look)
    }
  }

  /** The way is another: it is tried as soon as at first. */
  beginAnew(): void {
    this.#waitMs = FIRST_LOOK_MS
  }

  #later(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.#look, this.#waitMs)
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS)
  }

  readonly #look = (): void => {
    if (this.#isLooking) return
    this.#isLooking = true
    const socket = this.world.openSocket(`${this.world.liveServer()}${NOWHERE}`)
    const done = (isOpen: boolean): void => {
      clearTimeout(limit)
      socket.onclose = null
      this.#isLooking = false
      if (isOpen) this.onOpen()
      else if (this.#used > 0) this.#later()
    }
    const limit = setTimeout(() => {
      done(false)
      socket.close()
    }, LOOK_AFTER_MS)
    socket.onclose = ({ code }) => done(code === CLOSE.notFound.code)
  }
}
