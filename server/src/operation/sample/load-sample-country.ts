import { SAMPLE_COUNTRY } from '@roundtable/shared/framework'
import { SAMPLE_PEOPLE, type SamplePerson } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type { PersonService } from '../../identity/index.js'
import type { DocumentService } from '../../live/index.js'
import type { NewSeat, WorkspaceStore } from '../../workspace/index.js'
import { ARIN } from './arin/workspace.js'
import { CATCH } from './catch/workspace.js'
import { SAMPLE_ACCOUNTS } from './people.js'
import { PROGRAMME } from './programme/workspace.js'
import type { SampleWorkspace } from './sample-workspace.js'
import { type SidesDoors, sayForTheSides } from './say-for-the-sides.js'
import { SURVEY } from './survey/workspace.js'
import { type TaskDoors, takeOnTasks } from './take-on-tasks.js'

export interface SampleDoors extends SidesDoors, TaskDoors {
  /** Does it while no other node does. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
  readonly people: PersonService
  readonly workspaces: WorkspaceStore
  readonly documents: Pick<DocumentService, 'create' | 'titlesIn'>
}

/** Jointly initiated, civic-driven, driven by the statistical office, and the programme that links them. */
const WORKSPACES: readonly SampleWorkspace[] = [ARIN, CATCH, SURVEY, PROGRAMME]
const UNFINISHED = 'forming'

/**
 * Makes the sample country once, however many nodes start; a later start finds it and leaves it as people have written it.
 * `observer` is seated in all of it, to look at it.
 */
export function loadSampleCountry(doors: SampleDoors, observer?: Pick<NewSeat, 'personId' | 'name'>): Promise<void> {
  return doors.alone(async () => {
    await loadWhatIsMissing(doors)
    if (!observer) return
    const { personId, name } = observer
    for (const { id } of WORKSPACES)
      if (!(await doors.workspaces.hasSeat(id, personId)))
        await doors.workspaces.insertSeat({ workspaceId: id, personId, name, side: null, role: 'OBS' })
  })
}

/** Whether all of it is there. */
export async function isSampleLoaded(workspaces: Pick<WorkspaceStore, 'statusOf'>): Promise<boolean> {
  for (const { id } of WORKSPACES) if (!(await isFinished(workspaces, id))) return false
  return true
}

async function loadWhatIsMissing(doors: SampleDoors): Promise<void> {
  const unfinished: SampleWorkspace[] = []
  for (const sample of WORKSPACES) if (!(await isFinished(doors.workspaces, sample.id))) unfinished.push(sample)
  if (unfinished.length === 0) return
  const personOf = new Map<SamplePerson, string>()
  for (const person of SAMPLE_PEOPLE) personOf.set(person, await accountOf(doors.people, person))
  await doors.people.grantSecretariat(SAMPLE_ACCOUNTS.secretariat.handle)
  for (const sample of unfinished) await load(doors, sample, personOf)
}

async function isFinished(workspaces: Pick<WorkspaceStore, 'statusOf'>, id: string): Promise<boolean> {
  const status = await workspaces.statusOf(id)
  return status !== null && status !== UNFINISHED
}

async function accountOf(people: PersonService, person: SamplePerson): Promise<string> {
  const { handle, name } = SAMPLE_ACCOUNTS[person]
  const { id } = (await people.findSample(person)) ?? (await people.createPerson({ handle, name, sampleKey: person }))
  return id
}

async function load(
  { workspaces, documents, ...sides }: SampleDoors,
  sample: SampleWorkspace,
  personOf: ReadonlyMap<SamplePerson, string>
): Promise<void> {
  const { id, kind, title, modality, leadKind, namedPartner, outcome } = sample
  if ((await workspaces.statusOf(id)) === null)
    await workspaces.insert({ id, kind, title, country: SAMPLE_COUNTRY, modality, leadKind, namedPartner, outcome, status: UNFINISHED })
  const existing = new Set(
    await documents.titlesIn(
      id,
      sample.documents.map((each) => each.title)
    )
  )
  for (const { fill, ...document } of sample.documents) {
    if (!existing.has(document.title)) await documents.create({ workspaceId: id, ...document }, (doc) => fill(doc, v7))
  }
  for (const { person, ...seat } of sample.seats) {
    const personId = personOf.get(person)!
    if (!(await workspaces.hasSeat(id, personId))) await workspaces.insertSeat({ workspaceId: id, personId, ...seat })
  }
  await sayForTheSides(sides, sample, personOf)
  await takeOnTasks(sides, sample, personOf)
  await workspaces.setStatus(id, sample.status)
}
