import type { Because, CloseName, LiveRight } from '@roundtable/shared/protocol'

/** What the person is told about their words. Never `saved` without the server's word (`durable`). */
export type SaveState =
  /** `at` is null until something of this visit was saved. */
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unfinished'; readonly fields: number }
  | { readonly kind: 'on_device'; readonly waiting: number }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'read_only'; readonly because: Because }
  | { readonly kind: 'needs_attention'; readonly reason: string }

/** Words that could not be taken over, kept to copy or download. `reason` completes the key `recovered.<reason>`. */
export interface RecoveredText {
  readonly id: string
  readonly at: Date
  readonly texts: readonly string[]
  readonly reason: string
}

export interface LiveState {
  readonly saveState: SaveState
  readonly right: LiveRight
  readonly because: Because
  /** The people colour the others see this person in; null before the server has said it. */
  readonly color: number | null
  readonly synced: boolean
  readonly recovered: readonly RecoveredText[]
  /** This browser keeps a copy of the document; where it does not, only the server's word makes anything safe. */
  readonly keepsCopy: boolean
  /** The device has no room, so that the copy lacks what was written last; it is tried again. */
  readonly isFull: boolean
  /** The server's final refusal; null while the document is open or comes back by itself. */
  readonly closed: CloseName | null
  /** How many changes of others wait to be shown; null while they are shown as they come. */
  readonly held: number | null
  /** Rises when the Y.Doc was replaced: editors bind anew. */
  readonly generation: number
}
