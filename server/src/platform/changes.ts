import { CHANGED_PARTS, type ChangedPart } from '@roundtable/shared/protocol'
import type { Logger } from 'pino'
import { v4 } from 'uuid'
import { z } from 'zod'
import type { NodeLink } from './nodes/node-link.js'

export type ChangeListener = (workspaceId: string, part: ChangedPart) => void

const CHANNEL = 'changes'
const changeSchema = z.strictObject({ id: z.uuid(), node: z.string(), workspaceId: z.uuid(), parts: z.array(z.enum(CHANGED_PARTS)) })
/** A change is told on both ways; the second time it is known. */
const REMEMBERED = 1000

/** The way that needs no link: through the database. */
export interface SlowPath {
  on(channel: string, hear: (payload: string) => void): void
  notify(channel: string, payload: string): Promise<unknown>
}

/**
 * Where features say, after their commit, that parts of a workspace are other than before; `notice` tells those who watch it,
 * on every node. (socket.io's own adapter between nodes would hand an event to remote pages past the decision who may still
 * hear it; here each node hears only that there is something, and decides for its own.)
 */
export class Changes {
  readonly #listeners: ChangeListener[] = []
  readonly #heard = new Set<string>()

  constructor(
    private readonly link: NodeLink,
    private readonly slow: SlowPath,
    private readonly logger: Logger
  ) {
    if (!link.isShared) return
    link
      .follow(CHANNEL, (message) => this.#hear(message.toString()))
      .catch((error: unknown) => logger.warn({ err: error }, 'changes of other nodes are not followed'))
    slow.on(CHANNEL, (payload) => this.#hear(payload))
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener)
  }

  /** Only after the commit: whoever hears it reads at once. */
  announce(workspaceId: string, ...parts: readonly ChangedPart[]): void {
    this.#tell(workspaceId, parts)
    if (!this.link.isShared) return
    const message = JSON.stringify({ id: v4(), node: this.link.node, workspaceId, parts })
    this.link.publish(CHANNEL, Buffer.from(message))
    // Also while the link works: the other node may be the one that is cut off from it.
    this.slow
      .notify(CHANNEL, message)
      .catch((error: unknown) =>
        this.logger.warn({ err: error }, 'the other nodes could not be told of a change; their pages show it when they are opened again')
      )
  }

  #tell(workspaceId: string, parts: readonly ChangedPart[]): void {
    for (const part of new Set(parts)) for (const listener of this.#listeners) listener(workspaceId, part)
  }

  #hear(message: string): void {
    const { id, node, workspaceId, parts } = changeSchema.parse(JSON.parse(message))
    if (node === this.link.node || this.#heard.has(id)) return
    this.#heard.add(id)
    if (this.#heard.size > REMEMBERED) this.#heard.delete(this.#heard.values().next().value!)
    this.#tell(workspaceId, parts)
  }
}
