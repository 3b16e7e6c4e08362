import type { DefinitionQuestion, Engagement, OrganisationKind, RegistryLevel, Role, Side, Stage } from '@roundtable/shared/framework'
import type { Profile, SaidEngagement, SamplePerson, TaskWork } from '@roundtable/shared/protocol'
import type * as Y from 'yjs'
import type { NewDocument } from '../../live/index.js'
import type { NewWorkspace } from '../../workspace/index.js'
import type { NewId } from './entries.js'

export interface SampleSeat {
  readonly person: SamplePerson
  /** What others see here. */
  readonly name: string
  readonly side: Side | null
  readonly role: Role
  readonly organisation?: { readonly name: string; readonly kind: OrganisationKind }
}

export interface SampleDocument extends Omit<NewDocument, 'workspaceId'> {
  readonly fill: (doc: Y.Doc, newId: NewId) => void
}

/** One voice's answers to the definition test: value and reason. */
export type SampleTest = Readonly<Record<DefinitionQuestion, readonly [value: string, reason: string]>>

/** One initiative or programme of the sample country, as data: who sits there, what they said, what they wrote. */
export interface SampleWorkspace extends Omit<NewWorkspace, 'id' | 'country' | 'registry'> {
  /** Known beforehand, so that a first start that was killed half-way goes on where it stopped. */
  readonly id: string
  readonly seats: readonly SampleSeat[]
  /** Lists show the newest first: what is to stand first is made last. */
  readonly documents: readonly SampleDocument[]
  readonly test: Partial<Readonly<Record<SamplePerson, SampleTest>>>
  readonly parts: readonly (readonly [SamplePerson, Stage, Engagement, string])[]
  /** How a side sees the engagement of people at a stage. */
  readonly engagements: readonly (readonly [SamplePerson, Omit<SaidEngagement, 'seenAt'>])[]
  readonly profile: Omit<Profile, 'version' | 'title'>
  /** Who writes the profile. */
  readonly lead: SamplePerson
  /** What each voice that decides lets the registry show; a programme's voices also accept it. */
  readonly registry: Partial<Readonly<Record<SamplePerson, RegistryLevel>>>
  /** What was said of tasks of its roadmap, by their titles: one step after the other. */
  readonly tasks?: Readonly<Record<string, readonly SampleTaskStep[]>>
}

/** Somebody asks a side; somebody answers for it; somebody says how far it is; a side says that it is done. */
export type SampleTaskStep = { readonly by: SamplePerson } & (
  | { readonly ask: Side }
  | { readonly answer: 'accepted' | 'declined'; readonly reason?: string }
  | { readonly work: TaskWork; readonly reason?: string }
  | { readonly isDone: boolean; readonly note: string }
)
