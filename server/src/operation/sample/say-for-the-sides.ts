import { DEFINITION_QUESTIONS } from '@roundtable/shared/framework'
import { type SamplePerson } from '@roundtable/shared/protocol'
import { type DefinitionService, type ProfileService, type StageService } from '../../workspace/index.js'
import { type SampleWorkspace } from './sample-workspace.js'

export interface SidesDoors {
  readonly definition: Pick<DefinitionService, 'answer'>
  readonly profile: Pick<ProfileService, 'view' | 'update' | 'wishRegistry' | 'acceptProgramme'>
  readonly stages: Pick<StageService, 'view' | 'say'>
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
  const { version, title } = await profile.view(id(sample.lead), sample.id)
  if (version === 0) await profile.update(id(sample.lead), sample.id, { version, title, ...sample.profile })
  for (const [person, level] of entries(sample.registry)) await profile.wishRegistry(id(person), sample.id, level)
  if (sample.kind !== 'country_programme') return
  // Last: with the last acceptance it is active, and a start that was killed before goes on.
  for (const [person] of entries(sample.registry)) await profile.acceptProgramme(id(person), sample.id)
}

function entries<Value>(of: Partial<Readonly<Record<SamplePerson, Value>>>): [SamplePerson, Value][] {
  return Object.entries(of) as [SamplePerson, Value][]
}
