import { z } from 'zod'
import {
  DEFINITION_OUTCOMES,
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  LEAD_KINDS,
  MODALITIES,
  PARTNER_KINDS,
  REGISTRY_LEVELS,
  SIDES,
  STAGES
} from '../framework/index.js'
import { becauseSchema } from './because.js'
import { seatViewSchema } from './identity.js'
import { WORKSPACE_KINDS } from './opening.js'

export const workspaceCardSchema = z.object({
  id: z.uuid(),
  kind: z.enum(WORKSPACE_KINDS),
  title: z.string(),
  country: z.string().length(2),
  modality: z.enum(MODALITIES),
  mySeat: seatViewSchema,
  people: z.number().int()
})

export const documentCardSchema = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  /** The stage a plan is for. */
  stage: z.enum(STAGES).nullable(),
  /** The side a document belongs to: of principles always one. */
  side: z.enum(SIDES).nullable(),
  /** A side keeps it to itself: nobody else knows that it exists. */
  isKept: z.boolean(),
  state: z.enum(DOCUMENT_STATES),
  right: z.enum(['view', 'edit']),
  because: becauseSchema,
  changedAt: z.iso.datetime()
})

/** What there is to know of a workspace beside its profile, a page each; not everybody in it sees all of it. */
export const WORKSPACE_PARTS = ['people', 'definition', 'modality', 'stages', 'principles'] as const
export type WorkspacePart = (typeof WORKSPACE_PARTS)[number]

/** What a person could do next here, most useful first; each leads to a screen of its own. */
export const NEXT_ACTIONS = [
  'answer_definition',
  'answer_modality',
  'accept_programme',
  'confirm_delegate',
  'renew_mandate',
  'invite_other_side',
  'invite_own_side',
  'describe_profile',
  'say_stage_parts',
  'write_objectives'
] as const
export type NextAction = (typeof NEXT_ACTIONS)[number]

export const workspaceViewSchema = workspaceCardSchema.extend({
  status: z.string(),
  leadKind: z.enum(LEAD_KINDS).nullable(),
  namedPartner: z.enum(PARTNER_KINDS).nullable(),
  outcome: z.enum(DEFINITION_OUTCOMES).nullable(),
  /** The paragraph that decided the outcome; empty while none has. */
  outcomeParagraph: z.string(),
  registry: z.enum(REGISTRY_LEVELS),
  stage: z.enum(STAGES).nullable(),
  next: z.array(z.enum(NEXT_ACTIONS)),
  /** The kinds of document this person could add. */
  creatable: z.array(z.enum(DOCUMENT_KINDS)),
  /** What this seat does not see, whether there is any of it or not: an empty list of it says nothing. */
  notShown: z.array(z.enum(WORKSPACE_PARTS)),
  seats: z.array(seatViewSchema),
  documentList: z.array(documentCardSchema)
})

export const documentViewSchema = documentCardSchema.extend({
  epoch: z.number().int(),
  workspaceTitle: z.string(),
  modality: z.enum(MODALITIES),
  mySeat: seatViewSchema,
  /** Who decides here, as a catalogue key (`decides.M3.OBJ` …). */
  whoDecides: z.string(),
  /** The base path of this person's local copies: person + document + epoch (design §5, offline). */
  localCopyKey: z.string()
})

/** The Yjs updates that the text is made of, in their order, each in base64. */
export const documentTextSchema = z.object({ updates: z.array(z.string()) })

export const ticketRequestSchema = z.strictObject({ documentId: z.uuid('not a document id') })
export const ticketSchema = z.object({ ticket: z.string(), expiresInSeconds: z.number() })

const LIMIT = 'a whole number from 1 to 100, once'

/** Pages of results: `?cursor=&limit=`; the cursor is opaque. */
export const pageQuerySchema = z.strictObject({
  cursor: z.string('at most once').max(200, 'is not a cursor of this list').optional(),
  limit: z
    .string(LIMIT)
    .regex(/^(?:[1-9]\d?|100)$/, LIMIT)
    .transform(Number)
    .default(50)
})

export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export type WorkspaceCard = z.infer<typeof workspaceCardSchema>
export type WorkspaceView = z.infer<typeof workspaceViewSchema>
export type DocumentText = z.infer<typeof documentTextSchema>
export type DocumentCard = z.infer<typeof documentCardSchema>
export type DocumentView = z.infer<typeof documentViewSchema>
export type Ticket = z.infer<typeof ticketSchema>
