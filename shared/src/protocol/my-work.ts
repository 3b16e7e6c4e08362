import { z } from 'zod'
import { DOCUMENT_KINDS } from '../framework/index.js'
import { ASSIGNEE_KINDS } from './task.js'
import { workspaceCardSchema } from './workspace.js'

/** What can wait for somebody; each is answered at a place of its own. */
export const WAITING_KINDS = [
  'task_asked',
  'task_done',
  'modality',
  'acceptance',
  'protocol',
  'definition',
  'population',
  'principles',
  'engagement',
  'mandate',
  'mandate_of'
] as const
export type WaitingKind = (typeof WAITING_KINDS)[number]

/** A task of a roadmap as a line names it. */
const taskPlaceSchema = z.object({ documentId: z.uuid(), taskId: z.string(), title: z.string(), dueOn: z.iso.date().nullable() })

const waitingSchema = z.object({
  kind: z.enum(WAITING_KINDS),
  workspaceId: z.uuid(),
  /** Whom it is about, by the name of their seat: who was chosen, whose mandate; else empty. */
  name: z.string(),
  /** How many questions, or stages. */
  count: z.number().int(),
  since: z.iso.datetime().nullable(),
  /** It lapses, or runs out, then. */
  until: z.iso.datetime().nullable(),
  /** Where it is answered, when that is a document. */
  documentId: z.uuid().nullable(),
  task: taskPlaceSchema
    .extend({
      version: z.number().int(),
      /** Of what was asked and is not answered: whom it was asked of. An empty name: the whole side. */
      asked: z
        .object({
          assignmentId: z.uuid(),
          of: z.enum(ASSIGNEE_KINDS),
          name: z.string(),
          by: z.string(),
          /** A mandate that has run out declines alone. */
          mayAccept: z.boolean()
        })
        .nullable()
    })
    .nullable()
})

/** A list that is cut says how long it is. */
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() })

/** Across all workspaces of one person: what waits for them, what they have taken on, and what has changed lately. */
export const myWorkSchema = z.object({
  /** Where the person sits, newest first: the lists below name them by id. */
  workspaces: z.array(workspaceCardSchema.pick({ id: true, kind: true, title: true, country: true, mySeat: true })),
  /** What lapses or is due first stands first, then what has waited longest. */
  waiting: listOf(waitingSchema),
  /** Accepted and not done: overdue first, then by day, those without a day last. */
  due: listOf(taskPlaceSchema.extend({ workspaceId: z.uuid(), isOverdue: z.boolean() })),
  /** Newest change first. */
  recent: z.array(
    z.object({
      documentId: z.uuid(),
      workspaceId: z.uuid(),
      kind: z.enum(DOCUMENT_KINDS),
      title: z.string(),
      changedAt: z.iso.datetime()
    })
  ),
  /** There is more than was looked through. */
  isCut: z.boolean()
})

export type Waiting = z.infer<typeof waitingSchema>
export type MyWork = z.infer<typeof myWorkSchema>
