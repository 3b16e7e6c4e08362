import { z } from 'zod'
import { ROLES, SIDES, TASK_STATUSES } from '../framework/index.js'
import { mayViewSchema } from './membership.js'
import { reasonSchema, wordsSchema } from './words.js'

/** A task is named by the id it has in its roadmap document. */
const taskIdSchema = z
  .string()
  .min(1, 'not an id')
  .max(64, 'not an id')
  .regex(/^[A-Za-z0-9_-]+$/, 'not an id')
/** How often what is said of the task had changed when it was read; it guards against overwriting. Nothing said yet: 0. */
const seenVersionSchema = z.number().int().min(0, 'not a version').max(1_000_000_000, 'not a version')

export const ASSIGNEE_KINDS = ['seat', 'organisation', 'side'] as const
export type AssigneeKind = (typeof ASSIGNEE_KINDS)[number]

/** Whom a task is asked of: one seat, an organisation seated here, or a whole side. */
export const askForTaskSchema = z
  .strictObject({
    taskId: taskIdSchema,
    version: seenVersionSchema,
    seatId: z.uuid('not a seat').optional(),
    organisationId: z.uuid('not an organisation').optional(),
    side: z.enum(SIDES).optional()
  })
  .refine(({ seatId, organisationId, side }) => [seatId, organisationId, side].filter((one) => one !== undefined).length === 1, {
    path: ['assignee'],
    error: 'name one person, one organisation or one side'
  })

export const answerTaskSchema = z
  .strictObject({ version: seenVersionSchema, answer: z.enum(['accepted', 'declined']), reason: wordsSchema(2000) })
  .refine(({ answer, reason }) => answer === 'accepted' || reason.length > 0, { path: ['reason'], error: 'say why' })

/** How far a task is, as whoever accepted it says. What is "done" is for the sides to say. */
export const TASK_WORK = ['accepted', 'in_progress', 'blocked', 'dropped'] as const
export type TaskWork = (typeof TASK_WORK)[number]
const needsReason = (status: TaskWork) => status === 'blocked' || status === 'dropped'

export const taskStatusSchema = z
  .strictObject({ taskId: taskIdSchema, version: seenVersionSchema, status: z.enum(TASK_WORK), reason: wordsSchema(2000) })
  .refine(({ status, reason }) => !needsReason(status) || reason.length > 0, { path: ['reason'], error: 'say why' })

/** Done: perhaps with a note where others can see it. Not yet: with a reason. */
export const taskDoneSchema = z
  .strictObject({ taskId: taskIdSchema, version: seenVersionSchema, isDone: z.boolean(), note: wordsSchema(2000) })
  .refine(({ isDone, note }) => isDone || reasonSchema.safeParse(note).success, { path: ['note'], error: 'say why' })

export const TASK_ANSWERS = ['proposed', 'accepted', 'declined', 'withdrawn'] as const
export type TaskAnswer = (typeof TASK_ANSWERS)[number]

const assigneeSchema = z.object({
  kind: z.enum(ASSIGNEE_KINDS),
  /** The seat's or the organisation's id; null where a side is asked. */
  id: z.uuid().nullable(),
  /** Empty where a side is asked. */
  name: z.string(),
  side: z.enum(SIDES).nullable(),
  role: z.enum(ROLES).nullable()
})

export const assignmentViewSchema = assigneeSchema.extend({
  assignmentId: z.uuid(),
  /** Proposed until whoever is asked has answered. */
  answer: z.enum(TASK_ANSWERS),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** Nobody is seated any more who could answer for it. */
  hasLeft: z.boolean(),
  mayAnswer: mayViewSchema,
  mayWithdraw: z.boolean()
})

export const taskFactsSchema = z.object({
  taskId: z.string(),
  version: z.number().int(),
  status: z.enum(TASK_STATUSES),
  /** Why it is blocked or dropped. */
  reason: z.string(),
  assignments: z.array(assignmentViewSchema),
  /** Each side that the task concerns, and what it says: null while it has said nothing. */
  sides: z.array(
    z.object({
      side: z.enum(SIDES),
      isDone: z.boolean().nullable(),
      voices: z.array(z.object({ name: z.string(), isDone: z.boolean(), note: z.string(), saidBy: z.string(), at: z.iso.datetime() }))
    })
  ),
  maySetStatus: mayViewSchema,
  maySayDone: mayViewSchema
})

/** What only some may state of a roadmap's tasks; a task nobody has said anything of is not among them. */
export const tasksViewSchema = z.object({
  mayAsk: mayViewSchema,
  /** Whom the asker may ask. */
  assignees: z.array(assigneeSchema),
  tasks: z.array(taskFactsSchema)
})

export const TASK_ACTS = ['asked', 'accepted', 'declined', 'withdrawn', 'status', 'done', 'not_yet'] as const

/** Who said what when, newest first. */
export const taskHistorySchema = z.object({
  items: z.array(
    z.object({
      taskId: z.string(),
      act: z.enum(TASK_ACTS),
      by: z.string(),
      from: z.enum(TASK_STATUSES),
      to: z.enum(TASK_STATUSES),
      reason: z.string(),
      at: z.iso.datetime()
    })
  )
})
export const taskHistoryQuerySchema = z.strictObject({ task: taskIdSchema.optional() })

export type Assignee = z.infer<typeof assigneeSchema>
export type AskForTask = z.infer<typeof askForTaskSchema>
export type AnswerTask = z.infer<typeof answerTaskSchema>
export type SetTaskStatus = z.infer<typeof taskStatusSchema>
export type SayTaskDone = z.infer<typeof taskDoneSchema>
export type AssignmentView = z.infer<typeof assignmentViewSchema>
export type TaskFacts = z.infer<typeof taskFactsSchema>
export type TasksView = z.infer<typeof tasksViewSchema>
export type TaskHistory = z.infer<typeof taskHistorySchema>
export type TaskHistoryQuery = z.infer<typeof taskHistoryQuerySchema>
