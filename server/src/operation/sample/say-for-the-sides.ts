import { DEFINITION_QUESTIONS, type Engagement, type Stage } from '@roundtable/shared/framework'
import { type DefinitionAnswer, type Profile, type SaidEngagement, type SamplePerson } from '@roundtable/shared/protocol'
import { type DefinitionService, type ProfileService, type StageService } from '../../workspace/index.js'

export interface SidesDoors {
  readonly definition: Pick<DefinitionService, 'answer'>
  readonly profile: Pick<ProfileService, 'view' | 'update' | 'agreePopulation' | 'wishRegistry'>
  readonly stages: Pick<StageService, 'view' | 'say' | 'sayEngagement'>
}

type Answers = Readonly<Record<(typeof DEFINITION_QUESTIONS)[number], readonly [value: string, reason: string]>>

/** The three voices that decide here, each in its own words: they agree on the values and not on every reason. */
const ANSWERS: Partial<Readonly<Record<SamplePerson, Answers>>> = {
  delegate: {
    Q1: ['yes', 'Our own people chose the wells, carry the kits and read the results to the councils.'],
    Q2: ['yes', 'The councils agreed to the rules before the first reading. Nobody’s name is written down.'],
    Q3: ['jointly_nso', 'We asked for it, and the office came to our meeting. From that day we planned it together.'],
    Q4: ['yes', 'We are heard in every step.'],
    Q5: ['empowerment', 'We want our children to drink safe water, and to be believed when we say that they do not.'],
    Q6: ['not_sure', '']
  },
  'cso-lead': {
    Q1: ['yes', 'Thirty samplers from eleven settlements, trained by other samplers.'],
    Q2: ['yes', 'A written protocol, double readings at every fifth point, and a rule on small numbers.'],
    Q3: ['jointly_nso', 'The communities and the office started it with one letter, which both have signed.'],
    Q4: ['yes', 'Meetings are held where people live, and in their language.'],
    Q5: ['empowerment', 'The readings change what the districts build; that the yearbook prints them helps.'],
    Q6: ['yes', 'A chapter of the yearbook is planned.']
  },
  statistician: {
    Q1: ['yes', 'Collection and validation are done by residents; we provide the frame and check the method.'],
    Q2: ['yes', 'The method note follows our quality framework; confidentiality rules apply to every table.'],
    Q3: ['jointly_nso', 'Initiated together with River Watch and the lower Arin councils in March.'],
    Q4: ['yes', 'Engagement is documented for each stage.'],
    Q5: ['empowerment', 'The first users are the communities; official use comes second.'],
    Q6: ['yes', 'As experimental statistics, with a quality statement.']
  }
}

const PARTS: readonly (readonly [SamplePerson, Stage, Engagement, string])[] = [
  ['cso-lead', 'S1', 'co_decide', 'Wells and questions were chosen in eleven village meetings.'],
  ['statistician', 'S1', 'co_decide', 'We offered the list of settlements and the sampling design.'],
  ['cso-lead', 'S2', 'lead', 'Samplers read every point once a month.'],
  ['statistician', 'S2', 'consulted', 'We answer questions about the kits.'],
  ['cso-lead', 'S3', 'co_decide', 'Odd readings are looked at together before anything is released.']
]

/** The civic side and the office do not see the design alike; the office has not said anything of the collection yet. */
const ENGAGEMENTS: readonly (readonly [SamplePerson, Omit<SaidEngagement, 'seenAt'>])[] = [
  [
    'cso-lead',
    {
      stage: 'S1',
      degree: { extent: 'most', durationDays: 60, effortHours: 900, groups: ['River families', 'Well keepers'], intensity: 'regularly' },
      quality: { needsFit: 'mostly', impact: 'mostly', influence: 'partly' },
      evidence: ['Minutes of eleven village meetings'],
      note: 'The fishing families were not asked, so it is not all of us.'
    }
  ],
  [
    'statistician',
    {
      stage: 'S1',
      degree: { extent: 'all', durationDays: 60, effortHours: null, groups: ['River communities'], intensity: 'regularly' },
      quality: { needsFit: 'fully', impact: 'mostly', influence: 'mostly' },
      evidence: ['Letter of both sides'],
      note: ''
    }
  ],
  [
    'cso-lead',
    {
      stage: 'S2',
      degree: { extent: 'all', durationDays: null, effortHours: null, groups: ['Samplers of eleven settlements'], intensity: 'throughout' },
      quality: { needsFit: 'fully', impact: null, influence: 'fully' },
      evidence: [],
      note: ''
    }
  ]
]

const PROFILE: Omit<Profile, 'version' | 'title' | 'stage'> = {
  summary:
    'Families along the lower Arin measure the water of their wells, together with the statistical office, so that figures both trust say where it is unsafe.',
  objectives: ['O1', 'O2'],
  otherObjective: '',
  dataClass: 'K2',
  populations: ['PO'],
  populationLabel: 'River families of the lower Arin, those who move with the seasons among them',
  identification:
    'Whoever says that their family lives from the river belongs. Nobody is asked for papers, and nobody is counted by others.',
  interests: [
    { name: 'Delta Water Fund', kind: 'funder', note: 'Pays for kits and transport; has no say in wells, method or publication.' }
  ]
}

/** Answers of the sides, their parts at the stages, and the profile: through the same doors as everybody's. */
export async function sayForTheSides(
  { definition, profile, stages }: SidesDoors,
  workspaceId: string,
  personOf: ReadonlyMap<SamplePerson, string>
): Promise<void> {
  const id = (person: SamplePerson): string => personOf.get(person)!
  for (const person of Object.keys(ANSWERS) as SamplePerson[])
    for (const answer of answersOf(person)) await definition.answer(id(person), workspaceId, answer)
  for (const [person, stage, engagement, note] of PARTS) {
    // A start that was killed half-way may have said it.
    const said = (await stages.view(id(person), workspaceId)).stages.find((one) => one.stage === stage)?.parts.find(({ isMine }) => isMine)
    if (!said?.answer) await stages.say(id(person), workspaceId, { stage, engagement, note, seenAt: null })
  }
  for (const [person, said] of ENGAGEMENTS) {
    const row = (await stages.view(id(person), workspaceId)).stages.find(({ stage }) => stage === said.stage)
    if (!row?.parts.find(({ isMine }) => isMine)?.degreeAndQuality)
      await stages.sayEngagement(id(person), workspaceId, { ...said, seenAt: null })
  }
  await describe(profile, workspaceId, id)
  for (const person of ['delegate', 'cso-lead', 'statistician'] as const) await profile.wishRegistry(id(person), workspaceId, 'card')
}

/** The profile, then everybody's agreement to how the population names itself, then the next stage: its gate is R-08. */
async function describe(profile: SidesDoors['profile'], workspaceId: string, id: (person: SamplePerson) => string): Promise<void> {
  const { version, title } = await profile.view(id('cso-lead'), workspaceId)
  if (version === 0) await profile.update(id('cso-lead'), workspaceId, { ...PROFILE, version, title, stage: 'S1' })
  if (version < 2) {
    for (const person of ['delegate', 'cso-lead', 'statistician'] as const)
      await profile.agreePopulation(id(person), workspaceId, { version: 1, agrees: true })
    await profile.update(id('cso-lead'), workspaceId, { ...PROFILE, version: 1, title, stage: 'S2' })
  }
}

function answersOf(person: SamplePerson): DefinitionAnswer[] {
  const answers = ANSWERS[person]
  if (!answers) return []
  return DEFINITION_QUESTIONS.map((question) => ({ question, value: answers[question][0], reason: answers[question][1], evidence: [] }))
}
