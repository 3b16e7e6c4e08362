import type { QueryKey } from '@tanstack/react-query'
import { PREFIX } from './local-copies.js'

export interface KeptAnswer {
  /** When the server said so, in milliseconds. */
  readonly at: number
  readonly answer: unknown
}

/** Where answers are kept, a store a person. Each operation rejects with what the browser's storage says. */
export interface KeptStore {
  readonly read: (personId: string, queryKey: QueryKey) => Promise<KeptAnswer | null>
  readonly write: (personId: string, queryKey: QueryKey, kept: KeptAnswer) => Promise<void>
  /** Drops what is kept of a workspace and its documents, and answers which documents these were. */
  readonly dropOf: (personId: string, workspaceId: string) => Promise<readonly string[]>
  /** Drops what is kept of one document. */
  readonly dropDocument: (personId: string, documentId: string) => Promise<void>
}

const KEPT = `${PREFIX}kept/`

export const nameOfKept = (personId: string): string => KEPT + personId
/** Of anybody's; the other names on this device are of copies. */
export const isNameOfKept = (name: string): boolean => name.startsWith(KEPT)
