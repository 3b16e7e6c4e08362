/** What a node says of another: it is heard (anew), or was not heard for so long that it counts as gone. */
export interface NodeListener {
  readonly onFound: (node: string) => void
  readonly onLost: (node: string) => void
}

export type Hear = (message: Buffer) => void

/**
 * What nodes tell each other, as hints: a message may be lost, late or doubled, and nothing is ever decided by one. The
 * truth is in PostgreSQL, and whoever missed a hint finds it there.
 */
export interface NodeLink {
  /** This process, from its start to its end. */
  readonly node: string
  /** Whether there may be other nodes at all. */
  readonly isShared: boolean
  /** Whether what is said now is likely to be heard. */
  readonly isUp: boolean
  /** Says it to whoever follows the channel, oneself too. Dropped while the link is away, and above what may be under way. */
  publish(channel: string, message: Buffer): void
  /** Hears what is said on a channel from when this resolves, or later if the link is away. One listener a channel. */
  follow(channel: string, hear: Hear): Promise<void>
  unfollow(channel: string): void
  onNodes(listener: NodeListener): void
  /** The link was away and works again: what was said meanwhile was missed. */
  onReturn(listener: () => void): void
  close(): Promise<void>
}

/** The link of a node that is the only one: nobody hears, nothing is missed. */
export const ALONE: NodeLink = {
  node: '',
  isShared: false,
  isUp: true,
  publish: () => undefined,
  follow: () => Promise.resolve(),
  unfollow: () => undefined,
  onNodes: () => undefined,
  onReturn: () => undefined,
  close: () => Promise.resolve()
}
