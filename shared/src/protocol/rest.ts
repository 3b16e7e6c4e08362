import { z } from 'zod'
import type { Action } from '../ability/index.js'
import type { Artefact } from '../framework/index.js'
import { agreementFactsSchema } from './agreement.js'
import { definitionAnswerSchema, definitionViewSchema } from './definition.js'
import { documentListSchema, documentsQuerySchema, findAnswerSchema, findSchema } from './find.js'
import {
  newPhraseAnswerSchema,
  newPhraseSchema,
  recoverSchema,
  sampleSignInSchema,
  sessionViewSchema,
  signInSchema,
  whoAmISchema
} from './identity.js'
import {
  acceptInvitationSchema,
  acceptedSchema,
  changeSeatSchema,
  createInvitationSchema,
  endSeatSchema,
  invitationMadeSchema,
  invitationPreviewSchema,
  invitationSecretSchema,
  invitationListSchema,
  peopleViewSchema,
  recordProtocolSchema,
  stanceSchema
} from './membership.js'
import { modalityHistorySchema, proposeModalitySchema } from './modality.js'
import { myWorkSchema } from './my-work.js'
import { openAnswersSchema } from './open-answers.js'
import {
  agreePopulationSchema,
  createDocumentSchema,
  openWorkspaceSchema,
  profileSchema,
  profileViewSchema,
  registryWishSchema,
  releasePassagesSchema
} from './opening.js'
import {
  enterSetUpSchema,
  healthViewSchema,
  homeSchema,
  newOperatorSchema,
  operatorMadeSchema,
  passedStepSchema,
  placeSchema,
  sampleChoiceSchema,
  setUpViewSchema,
  testMailAnswerSchema,
  testMailSchema
} from './operation.js'
import { filePrinciplesSchema, principlesViewSchema } from './principles.js'
import { saidEngagementSchema, stagePartSchema, stagesViewSchema } from './stage.js'
import { moveTemplateSchema, templateQuerySchema, templateViewSchema } from './template.js'
import {
  answerTaskSchema,
  askForTaskSchema,
  taskDoneSchema,
  taskHistoryQuerySchema,
  taskHistorySchema,
  tasksViewSchema,
  taskStatusSchema
} from './task.js'
import {
  documentTextSchema,
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
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  readonly signedIn: boolean
  /** Nobody else learns that it is there: the operator; whoever holds the printed token while there is no operator, or the operator. */
  readonly only?: 'operator' | 'set-up'
  /** Makes something: takes an `Idempotency-Key`, and the same key makes it once. */
  readonly creates?: true
  /** What `decide()` is asked about the workspace or document of `{id}` before anything else is looked at. */
  readonly asks?: { readonly action: Action; readonly artefact: Artefact; readonly whole?: true }
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer?: z.ZodType
}

export const idParameterSchema = z.uuid('not an id')

/** Every route under /api, by name: one table, however long, since whoever asks what the API has reads it here. Paths are OpenAPI's; `{id}` is a UUID. */
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
    answer: whoAmISchema.extend(newPhraseAnswerSchema.shape)
  },
  renewPhrase: {
    method: 'post',
    path: '/api/session/phrase',
    summary: 'Make a new recovery phrase with my password',
    signedIn: true,
    body: newPhraseSchema,
    answer: newPhraseAnswerSchema
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
  getMyWork: {
    method: 'get',
    path: '/api/my-work',
    summary: 'What waits for me, what I have taken on and what changed lately, across all my workspaces',
    signedIn: true,
    answer: myWorkSchema
  },
  enterSetUp: {
    method: 'post',
    path: '/api/set-up/enter',
    summary: 'Begin or resume the first set-up with the printed token',
    signedIn: false,
    only: 'set-up',
    body: enterSetUpSchema
  },
  getSetUp: {
    method: 'get',
    path: '/api/set-up',
    summary: 'How far the first set-up is',
    signedIn: false,
    only: 'set-up',
    answer: setUpViewSchema
  },
  getHome: {
    method: 'get',
    path: '/api/home',
    summary: 'The country of the set-up',
    signedIn: true,
    answer: homeSchema
  },
  sayPlace: {
    method: 'put',
    path: '/api/set-up/place',
    summary: 'Say the language and the country of this installation',
    signedIn: false,
    only: 'set-up',
    body: placeSchema,
    answer: setUpViewSchema
  },
  makeOperator: {
    method: 'post',
    path: '/api/set-up/operator',
    summary: 'Make the first operator, which spends the token, and sign in',
    signedIn: false,
    only: 'set-up',
    body: newOperatorSchema,
    answer: operatorMadeSchema
  },
  sendTestMail: {
    method: 'post',
    path: '/api/set-up/mail',
    summary: 'Try to send one mail',
    signedIn: true,
    only: 'operator',
    body: testMailSchema,
    answer: testMailAnswerSchema
  },
  passSetUpStep: {
    method: 'put',
    path: '/api/set-up/steps',
    summary: 'Note that a page of the set-up was read',
    signedIn: true,
    only: 'operator',
    body: passedStepSchema,
    answer: setUpViewSchema
  },
  chooseSample: {
    method: 'put',
    path: '/api/set-up/sample',
    summary: 'Load the sample country, or leave it out',
    signedIn: true,
    only: 'operator',
    body: sampleChoiceSchema,
    answer: setUpViewSchema
  },
  getHealth: {
    method: 'get',
    path: '/api/operation/health',
    summary: 'How this installation is, each part with what to do about it',
    signedIn: true,
    only: 'operator',
    answer: healthViewSchema
  },
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
  getDocumentText: {
    method: 'get',
    path: '/api/documents/{id}/text',
    summary: 'A document’s text as it is stored, for reading where no live line can be had',
    signedIn: true,
    answer: documentTextSchema
  },
  listDocuments: {
    method: 'get',
    path: '/api/documents',
    summary: 'The documents of a kind that I may know of, across the workspaces I hold a seat in, the latest changed first',
    signedIn: true,
    query: documentsQuerySchema,
    answer: documentListSchema
  },
  find: {
    method: 'post',
    path: '/api/find',
    summary: 'Initiatives, documents, clauses and tasks of the workspaces I hold a seat in, by words of their titles',
    signedIn: true,
    body: findSchema,
    answer: findAnswerSchema
  },
  createTicket: {
    method: 'post',
    path: '/api/live/tickets',
    summary: 'A ticket that opens one live document once within 30 seconds',
    signedIn: true,
    body: ticketRequestSchema,
    answer: ticketSchema
  },
  openWorkspace: {
    method: 'post',
    path: '/api/workspaces',
    summary: 'Open an initiative or a country programme; the opener holds the lead seat of their side',
    signedIn: true,
    creates: true,
    body: openWorkspaceSchema,
    answer: workspaceCardSchema
  },
  createDocument: {
    method: 'post',
    path: '/api/workspaces/{id}/documents',
    summary: 'Add a live document with its template',
    signedIn: true,
    creates: true,
    body: createDocumentSchema,
    answer: z.object({ id: z.uuid() })
  },
  releaseDocument: {
    method: 'post',
    path: '/api/documents/{id}/release',
    summary: 'Share a document that one’s own side has kept to itself',
    signedIn: true,
    answer: documentViewSchema
  },
  releasePassages: {
    method: 'post',
    path: '/api/documents/{id}/passages',
    summary: 'Share parts of a document that one’s own side has kept to itself, as a new document',
    signedIn: true,
    creates: true,
    body: releasePassagesSchema,
    answer: z.object({ id: z.uuid() })
  },
  getAgreementFacts: {
    method: 'get',
    path: '/api/documents/{id}/facts',
    summary: 'What only the server states of an agreement: its hash, template, modality, who decides, whether it can be signed',
    signedIn: true,
    answer: agreementFactsSchema
  },
  getTemplate: {
    method: 'get',
    path: '/api/documents/{id}/template',
    summary: 'The template a document has, its guidance, and the newer one; with changes=1 also what that would change',
    signedIn: true,
    query: templateQuerySchema,
    answer: templateViewSchema
  },
  moveTemplate: {
    method: 'post',
    path: '/api/documents/{id}/template',
    summary: 'Move a document to the newer template: adds what it lacks, takes nothing out',
    signedIn: true,
    body: moveTemplateSchema,
    answer: templateViewSchema
  },
  getOpenAnswers: {
    method: 'get',
    path: '/api/workspaces/{id}/open-answers',
    summary: 'What is not answered yet in the documents one may know of',
    signedIn: true,
    answer: openAnswersSchema
  },
  getProfile: {
    method: 'get',
    path: '/api/workspaces/{id}/profile',
    summary: 'What the workspace says of itself',
    signedIn: true,
    asks: { action: 'view', artefact: 'PROF' },
    answer: profileViewSchema
  },
  updateProfile: {
    method: 'put',
    path: '/api/workspaces/{id}/profile',
    summary: 'Say what the workspace is about; refused when somebody else was faster',
    signedIn: true,
    asks: { action: 'edit', artefact: 'PROF' },
    body: profileSchema,
    answer: profileViewSchema
  },
  wishRegistry: {
    method: 'put',
    path: '/api/workspaces/{id}/registry',
    summary: 'What one’s own side lets the secretariat see; the least of what the deciding sides allow holds',
    signedIn: true,
    asks: { action: 'approve', artefact: 'PROF' },
    body: registryWishSchema,
    answer: profileViewSchema
  },
  agreePopulation: {
    method: 'put',
    path: '/api/workspaces/{id}/population',
    summary: 'Agree to how the population names itself, for one’s own organisation or community, or take that back',
    signedIn: true,
    asks: { action: 'approve', artefact: 'PROF' },
    body: agreePopulationSchema,
    answer: profileViewSchema
  },
  acceptProgramme: {
    method: 'post',
    path: '/api/workspaces/{id}/acceptance',
    summary: 'Accept a country programme for one’s own side',
    signedIn: true,
    asks: { action: 'approve', artefact: 'PROF' },
    answer: profileViewSchema
  },
  getDefinition: {
    method: 'get',
    path: '/api/workspaces/{id}/definition',
    summary: 'The definition test: every side’s answers and what they come to',
    signedIn: true,
    asks: { action: 'view', artefact: 'PROF', whole: true },
    answer: definitionViewSchema
  },
  answerDefinition: {
    method: 'post',
    path: '/api/workspaces/{id}/definition',
    summary: 'Answer one question of the definition test for one’s own organisation or community',
    signedIn: true,
    body: definitionAnswerSchema,
    answer: definitionViewSchema
  },
  getModality: {
    method: 'get',
    path: '/api/workspaces/{id}/modality',
    summary: 'The modality, how it came about, and a proposed change',
    signedIn: true,
    asks: { action: 'view', artefact: 'PROF', whole: true },
    answer: modalityHistorySchema
  },
  proposeModality: {
    method: 'post',
    path: '/api/workspaces/{id}/modality',
    summary: 'Propose another modality, with the reason',
    signedIn: true,
    creates: true,
    asks: { action: 'approve', artefact: 'PROF' },
    body: proposeModalitySchema,
    answer: modalityHistorySchema
  },
  answerModality: {
    method: 'post',
    path: '/api/modality-changes/{id}/answers',
    summary: 'Agree or object, for one’s own organisation or community',
    signedIn: true,
    body: stanceSchema,
    answer: modalityHistorySchema
  },
  withdrawModality: {
    method: 'delete',
    path: '/api/modality-changes/{id}',
    summary: 'Take one’s own proposal back',
    signedIn: true
  },
  getStages: {
    method: 'get',
    path: '/api/workspaces/{id}/stages',
    summary: 'Table 1 with this initiative’s answers: who leads and who takes part at each stage',
    signedIn: true,
    asks: { action: 'view', artefact: 'METH' },
    answer: stagesViewSchema
  },
  sayStagePart: {
    method: 'put',
    path: '/api/workspaces/{id}/stages',
    summary: 'Say what one’s own side does at a stage',
    signedIn: true,
    asks: { action: 'edit-own', artefact: 'METH' },
    body: stagePartSchema,
    answer: stagesViewSchema
  },
  sayEngagement: {
    method: 'put',
    path: '/api/workspaces/{id}/engagement',
    summary: 'Say how far, and how well, people are engaged at a stage, as one’s own side sees it',
    signedIn: true,
    asks: { action: 'edit-own', artefact: 'METH' },
    body: saidEngagementSchema,
    answer: stagesViewSchema
  },
  getPrinciples: {
    method: 'get',
    path: '/api/workspaces/{id}/principles',
    summary: 'Which sides have filed their principles; what they say, beside each other, when all have',
    signedIn: true,
    asks: { action: 'view', artefact: 'PRIN' },
    answer: principlesViewSchema
  },
  filePrinciples: {
    method: 'post',
    path: '/api/documents/{id}/filings',
    summary: 'File one’s own side’s principles as they stand',
    signedIn: true,
    creates: true,
    body: filePrinciplesSchema,
    answer: principlesViewSchema
  },
  getTasks: {
    method: 'get',
    path: '/api/documents/{id}/tasks',
    summary: 'Who was asked for each task of a roadmap, who accepted, how far it is and which side calls it done',
    signedIn: true,
    answer: tasksViewSchema
  },
  getTaskHistory: {
    method: 'get',
    path: '/api/documents/{id}/task-history',
    summary: 'Who said what of a roadmap’s tasks, newest first',
    signedIn: true,
    query: taskHistoryQuerySchema,
    answer: taskHistorySchema
  },
  askForTask: {
    method: 'post',
    path: '/api/documents/{id}/assignments',
    summary: 'Ask a person, an organisation or a side to take on a task; it is theirs when they accept',
    signedIn: true,
    creates: true,
    body: askForTaskSchema,
    answer: tasksViewSchema
  },
  answerTask: {
    method: 'post',
    path: '/api/assignments/{id}/answers',
    summary: 'Accept a task one was asked for, or decline it with the reason',
    signedIn: true,
    body: answerTaskSchema,
    answer: tasksViewSchema
  },
  withdrawAssignment: {
    method: 'delete',
    path: '/api/assignments/{id}',
    summary: 'Take back what somebody was asked for and has not accepted',
    signedIn: true
  },
  setTaskStatus: {
    method: 'put',
    path: '/api/documents/{id}/task-status',
    summary: 'Say how far an accepted task is',
    signedIn: true,
    body: taskStatusSchema,
    answer: tasksViewSchema
  },
  sayTaskDone: {
    method: 'put',
    path: '/api/documents/{id}/task-done',
    summary: 'Say for one’s own side that a task is done, or not yet and why',
    signedIn: true,
    body: taskDoneSchema,
    answer: tasksViewSchema
  },
  listPeople: {
    method: 'get',
    path: '/api/workspaces/{id}/people',
    summary: 'Members with seats and mandates, whom one may invite, how delegates were chosen',
    signedIn: true,
    asks: { action: 'view', artefact: 'PROF', whole: true },
    answer: peopleViewSchema
  },
  changeSeat: {
    method: 'patch',
    path: '/api/seats/{id}',
    summary: 'Change a seat’s name, mandate or funder’s mark',
    signedIn: true,
    body: changeSeatSchema,
    answer: peopleViewSchema
  },
  endSeat: {
    method: 'post',
    path: '/api/seats/{id}/end',
    summary: 'Leave, or end a seat of one’s own side',
    signedIn: true,
    body: endSeatSchema
  },
  listInvitations: {
    method: 'get',
    path: '/api/workspaces/{id}/invitations',
    summary: 'The invitations one may know of',
    signedIn: true,
    asks: { action: 'view', artefact: 'PROF' },
    answer: invitationListSchema
  },
  createInvitation: {
    method: 'post',
    path: '/api/workspaces/{id}/invitations',
    summary: 'Invite somebody: a link and a code, told this once',
    signedIn: true,
    creates: true,
    body: createInvitationSchema,
    answer: invitationMadeSchema
  },
  revokeInvitation: {
    method: 'delete',
    path: '/api/invitations/{id}',
    summary: 'End an invitation',
    signedIn: true
  },
  previewInvitation: {
    method: 'post',
    path: '/api/invitations/preview',
    summary: 'What an invitation leads to',
    signedIn: false,
    body: invitationSecretSchema,
    answer: invitationPreviewSchema
  },
  acceptInvitation: {
    method: 'post',
    path: '/api/invitations/accept',
    summary: 'Take the seat; without an account one is made on the way',
    signedIn: false,
    creates: true,
    body: acceptInvitationSchema,
    answer: acceptedSchema
  },
  recordProtocol: {
    method: 'post',
    path: '/api/workspaces/{id}/protocols',
    summary: 'Record how the community chose its delegate',
    signedIn: true,
    creates: true,
    body: recordProtocolSchema,
    answer: peopleViewSchema
  },
  answerProtocol: {
    method: 'post',
    path: '/api/protocols/{id}/answers',
    summary: 'Confirm or deny that the community chose so',
    signedIn: true,
    body: stanceSchema,
    answer: peopleViewSchema
  }
} as const satisfies Record<string, Operation>

export type OperationName = keyof typeof REST
