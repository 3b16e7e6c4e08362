import { z } from 'zod'
import { recoverSchema, sampleSignInSchema, sessionViewSchema, signInSchema, whoAmISchema } from './identity.js'
import {
  documentViewSchema,
  pageOf,
  pageQuerySchema,
  ticketRequestSchema,
  ticketSchema,
  workspaceCardSchema,
  workspaceViewSchema
} from './workspace.js'

/** One REST operation: the server parses with it, OpenAPI is written from it, the client is typed by it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'delete'
  readonly path: string
  readonly summary: string
  readonly signedIn: boolean
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer?: z.ZodType
}

export const idParameterSchema = z.uuid('not an id')

/** Every route under /api, by name. Paths are OpenAPI's; `{id}` is a UUID. */
export const REST = {
  signIn: {
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with a name or e-mail and a password',
    signedIn: false,
    body: signInSchema,
    answer: whoAmISchema
  },
  signInSample: {
    method: 'post',
    path: '/api/session/sample',
    summary: 'Sign in as a sample person (sample data and loopback only)',
    signedIn: false,
    body: sampleSignInSchema,
    answer: whoAmISchema
  },
  recover: {
    method: 'post',
    path: '/api/session/recover',
    summary: 'Set a new password with the recovery phrase, and sign in',
    signedIn: false,
    body: recoverSchema,
    answer: whoAmISchema.extend({ newPhrase: z.string() })
  },
  whoAmI: {
    method: 'get',
    path: '/api/session',
    summary: 'Who am I, my seats, my packed ability rules',
    signedIn: true,
    answer: whoAmISchema
  },
  signOut: { method: 'delete', path: '/api/session', summary: 'Sign out of this session', signedIn: true },
  listSessions: {
    method: 'get',
    path: '/api/sessions',
    summary: 'My sessions on all devices',
    signedIn: true,
    answer: z.object({ items: z.array(sessionViewSchema) })
  },
  revokeSession: { method: 'delete', path: '/api/sessions/{id}', summary: 'End one of my sessions', signedIn: true },
  listWorkspaces: {
    method: 'get',
    path: '/api/workspaces',
    summary: 'The workspaces I hold a seat in',
    signedIn: true,
    query: pageQuerySchema,
    answer: pageOf(workspaceCardSchema)
  },
  getWorkspace: {
    method: 'get',
    path: '/api/workspaces/{id}',
    summary: 'One workspace with its seats and documents',
    signedIn: true,
    answer: workspaceViewSchema
  },
  getDocument: {
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'One document: my right in it, why, and its epoch',
    signedIn: true,
    answer: documentViewSchema
  },
  createTicket: {
    method: 'post',
    path: '/api/live/tickets',
    summary: 'A ticket that opens one live document once within 30 seconds',
    signedIn: true,
    body: ticketRequestSchema,
    answer: ticketSchema
  }
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof REST
