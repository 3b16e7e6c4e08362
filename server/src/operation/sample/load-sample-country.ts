import { SAMPLE_COUNTRY } from '@roundtable/shared/framework'
import { type DocumentService, type NewDocument } from '../../live/index.js'
import { type PersonService } from '../../identity/index.js'
import { type WorkspaceStore } from '../../workspace/index.js'
import { type SamplePerson } from '@roundtable/shared/protocol'
import { v7 } from 'uuid'
import type * as Y from 'yjs'
import { fillAgreement } from './agreement-content.js'
import { fillCivicPrinciples, fillDesignPlan, fillStatePrinciples } from './answers-content.js'
import { fillObjectives } from './objectives-content.js'
import { SAMPLE_SEATS } from './people.js'
import { fillRoadmap } from './roadmap-content.js'
import { type SidesDoors, sayForTheSides } from './say-for-the-sides.js'

/** Lists show the newest first: the objectives are made last. */
type SampleDocument = Omit<NewDocument, 'workspaceId'> & { readonly fill: (doc: Y.Doc, newId: () => string) => void }
const DOCUMENTS: readonly SampleDocument[] = [
  { kind: 'principles', side: 'state', title: 'How the office keeps the principles', fill: fillStatePrinciples },
  { kind: 'principles', side: 'civic', title: 'How the communities keep the principles', fill: fillCivicPrinciples },
  { kind: 'plan', stage: 'S1', title: 'How we design it', fill: fillDesignPlan },
  { kind: 'roadmap', title: 'The first year', fill: fillRoadmap },
  { kind: 'agreement', title: 'Agreement on the water readings', fill: fillAgreement },
  { kind: 'objectives', title: 'What we want to know about our water', fill: fillObjectives }
]

export interface SampleDoors extends SidesDoors {
  readonly people: PersonService
  readonly workspaces: WorkspaceStore
  readonly documents: DocumentService
}

/** Known beforehand, so that a first start that was killed half-way goes on where it stopped. */
const SAMPLE_WORKSPACE = '01900000-0000-7000-8000-0000000005a1'
const UNFINISHED = 'forming'

/** Makes the sample country once; a later start finds it and leaves it as people have written it. */
export async function loadSampleCountry({ people, workspaces, documents, ...sides }: SampleDoors): Promise<void> {
  const status = await workspaces.statusOf(SAMPLE_WORKSPACE)
  if (status !== null && status !== UNFINISHED) return
  if (status === null) {
    await workspaces.insert({
      id: SAMPLE_WORKSPACE,
      kind: 'initiative',
      title: 'Clean water on the lower Arin',
      country: SAMPLE_COUNTRY,
      modality: 'M3',
      namedPartner: 'NSO',
      outcome: 'citizen_data',
      status: UNFINISHED
    })
  }
  const existing = new Set(await documents.titlesIn(SAMPLE_WORKSPACE))
  for (const { fill, ...document } of DOCUMENTS) {
    if (!existing.has(document.title)) await documents.create({ workspaceId: SAMPLE_WORKSPACE, ...document }, (doc) => fill(doc, v7))
  }
  const personOf = new Map<SamplePerson, string>()
  for (const seat of SAMPLE_SEATS) {
    const { id } =
      (await people.findSample(seat.person)) ??
      (await people.createPerson({ handle: seat.handle, name: seat.accountName, sampleKey: seat.person }))
    personOf.set(seat.person, id)
    if (!(await workspaces.hasSeat(SAMPLE_WORKSPACE, id))) {
      await workspaces.insertSeat({
        workspaceId: SAMPLE_WORKSPACE,
        personId: id,
        side: seat.side,
        role: seat.role,
        name: seat.seatName,
        organisation: seat.organisation
      })
    }
  }
  await sayForTheSides(sides, SAMPLE_WORKSPACE, personOf)
  await people.grantSecretariat('collaborative.desk')
  await workspaces.setStatus(SAMPLE_WORKSPACE, 'design')
}
