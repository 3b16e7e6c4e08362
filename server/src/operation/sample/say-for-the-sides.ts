import { DEFINITION_QUESTIONS } from '@roundtable/shared/framework'
import type { SamplePerson } from '@roundtable/shared/protocol'
import type { DefinitionService, ProfileService, StageService } from '../../workspace/index.js'
import type { SampleWorkspace } from './sample-workspace.js'

export interface SidesDoors {
  readonly definition: Pick<DefinitionService, 'answer'>
  readonly profile: Pick<ProfileService, 'view' | 'update' | 'agreePopulation' | 'wishRegistry' | 'acceptProgramme'>
  readonly stages: Pick<StageService, 'view' | 'say' | 'sayEngagement'>
}

/** Answers of the sides, their parts at the stages, and the profile: through the same doors as everybody's. */
export async function sayForTheSides(
  { definition, profile, stages }: SidesDoors,
  sample: SampleWorkspace,
  personOf: ReadonlyMap<SamplePerson, string>
): Promise<void> {
  const id = (person: SamplePerson): string => personOf.get(person)!
  for (const [person, answers] of entries(sample.test)) {
    for (const question of DEFINITION_QUESTIONS) {
      const [value, reason] = answers[question]
      await definition.answer(id(person), sample.id, { question, value, reason, evidence: [] })
    }
  }
  for (const [person, stage, engagement, note] of sample.parts) {
    // A start that was killed half-way may have said it.
    const said = (await stages.view(id(person), sample.id)).stages.find((one) => one.stage === stage)?.parts.find(({ isMine }) => isMine)
    if (!said?.answer) await stages.say(id(person), sample.id, { stage, engagement, note, seenAt: null })
  }
  for (const [person, said] of sample.engagements) {
    const row = (await stages.view(id(person), sample.id)).stages.find(({ stage }) => stage === said.stage)
    if (!row?.parts.find(({ isMine }) => isMine)?.degreeAndQuality)
      await stages.sayEngagement(id(person), sample.id, { ...said, seenAt: null })
  }
  await describe(profile, sample, id)
  for (const [person, level] of entries(sample.registry)) await profile.wishRegistry(id(person), sample.id, level)
  if (sample.kind !== 'country_programme') return
  // Last: with the last acceptance it is active, and a start that was killed before goes on.
  for (const [person] of entries(sample.registry)) await profile.acceptProgramme(id(person), sample.id)
}

/** The profile, then everybody's agreement to how the population names itself, then the stage: going on from design is R-08's gate. */
async function describe(doors: SidesDoors['profile'], sample: SampleWorkspace, id: (person: SamplePerson) => string): Promise<void> {
  const { profile, lead, id: workspaceId } = sample
  const { version, title, stage } = await doors.view(id(lead), workspaceId)
  const isGated = sample.kind === 'initiative' && profile.stage !== null && profile.stage !== 'S1'
  if (version === 0) await doors.update(id(lead), workspaceId, { version, title, ...profile, ...(isGated ? { stage: 'S1' as const } : {}) })
  if (!isGated || (version > 0 && stage !== 'S1')) return
  for (const [person] of entries(sample.registry)) await doors.agreePopulation(id(person), workspaceId, { version: 1, agrees: true })
  await doors.update(id(lead), workspaceId, { version: 1, title, ...profile })
}

function entries<Value>(of: Partial<Readonly<Record<SamplePerson, Value>>>): [SamplePerson, Value][] {
  return Object.entries(of) as [SamplePerson, Value][]
}
