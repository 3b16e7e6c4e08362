import { z } from 'zod'
import { becauseSchema } from './because.js'
import { seatViewSchema } from './identity.js'

/** The socket.io door (`/events`): what a page hears without asking. Every event says that something changed, never what it says. */
export const EVENTS_PATH = '/events'

/** Our pages send it with their polling requests, for browsers that on plain http do not say where a request comes from. */
export const PAGE_HEADER = 'x-roundtable-page'

export const watchSchema = z.strictObject({ workspaceId: z.uuid('not an id') })

/** What of a workspace is other than before; the page reads it again by REST, where it is decided anew. */
export const CHANGED_PARTS = ['profile', 'people', 'definition', 'modality', 'stages', 'documents', 'principles', 'tasks'] as const
export type ChangedPart = (typeof CHANGED_PARTS)[number]

export const changedSchema = z.object({ workspaceId: z.uuid(), part: z.enum(CHANGED_PARTS) })

/** One's own right in a workspace is another than before: the seat as it is now (null: none any more), and why. */
export const rightChangedSchema = z.object({ workspaceId: z.uuid(), seat: seatViewSchema.nullable(), because: becauseSchema })

export type Changed = z.infer<typeof changedSchema>
export type RightChanged = z.infer<typeof rightChangedSchema>

/** Acknowledgement of a client's event: `ok`, or a problem document as REST would answer it. */
export type Acknowledged = { readonly ok: true } | { readonly ok: false; readonly problem: unknown }

export interface ServerEvents {
  changed: (event: Changed) => void
  right_changed: (event: RightChanged) => void
}

export interface ClientEvents {
  /** Hear of a workspace's changes from now on. Refused like an absent one where the person may not see it. */
  watch: (event: z.input<typeof watchSchema>, acknowledge: (answer: Acknowledged) => void) => void
  unwatch: (event: z.input<typeof watchSchema>, acknowledge: (answer: Acknowledged) => void) => void
}
