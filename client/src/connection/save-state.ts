import type { Because, LiveRight } from '@roundtable/shared/protocol'
import type { SaveState } from './types.js'

export interface SaveFacts {
  readonly right: LiveRight
  readonly because: Because
  readonly isConnected: boolean
  readonly isSynced: boolean
  readonly waiting: number
  readonly isSettled: boolean
  /** Fields that somebody has written in and not handed over. */
  readonly openFields: number
  /** Milliseconds since the oldest unconfirmed edit was made; 0 when there is none. */
  readonly waitingForMs: number
  /** The server has confirmed everything that was sent. */
  readonly isConfirmed: boolean
  /** When something of this visit was last confirmed; null when nothing was written. */
  readonly savedAt: Date | null
  /** This device has no room for what is written. */
  readonly isFull: boolean
}

/** After this long without confirmation, "saving" would be a comforting guess. */
export const CONFIRMATION_OVERDUE_MS = 2000

/** The one place where the save state is decided. "Saved" needs a connection, a sync and a confirmation of everything sent. */
export function saveStateOf(facts: SaveFacts): SaveState {
  const { right, because, isConnected, isSynced, waiting, isSettled, openFields, waitingForMs, isConfirmed, savedAt, isFull } = facts
  if (waiting > 0 && (!isConnected || waitingForMs > CONFIRMATION_OVERDUE_MS))
    return isFull ? { kind: 'needs_attention', reason: 'device_full' } : { kind: 'on_device', waiting }
  if (!isConnected || !isSynced) return { kind: 'reconnecting' }
  if (right === 'view') return { kind: 'read_only', because }
  if (openFields > 0) return { kind: 'unfinished', fields: openFields }
  if (!isSettled || !isConfirmed) return { kind: 'saving' }
  return { kind: 'saved', at: savedAt }
}
