import { type DocumentKind } from '@roundtable/shared/framework'
import { type SamplePerson } from '@roundtable/shared/protocol'
import { type DocumentService } from '../../live/index.js'
import { type PersonService } from '../../identity/index.js'
import { type WorkspaceStore } from '../../workspace/index.js'
import { v7 } from 'uuid'
import type * as Y from 'yjs'
import { fillAgreement } from './agreement-content.js'
import { fillObjectives } from './objectives-content.js'
import { SAMPLE_SEATS } from './people.js'
import { fillRoadmap } from './roadmap-content.js'

/** XA–XZ are free for private use (ISO 3166-1 §8.1.3): Selara is no country. */
const SAMPLE_COUNTRY = 'XS'

const DOCUMENTS: readonly { kind: DocumentKind; title: string; fill: (doc: Y.Doc, newId: () => string) => void }[] = [
  { kind: 'objectives', title: 'What we want to know about our water', fill: fillObjectives },
  { kind: 'agreement', title: 'Agreement on the water readings', fill: fillAgreement },
  { kind: 'roadmap', title: 'The first year', fill: fillRoadmap }
]

export interface SampleDoors {
  readonly people: PersonService
  readonly workspaces: WorkspaceStore
  readonly documents: DocumentService
}

/** Makes the sample country once; a second start finds it and leaves it as people have written it. */
export async function loadSampleCountry({ people, workspaces, documents }: SampleDoors): Promise<void> {
  if (await people.findSample('statistician')) return
  const workspaceId = await workspaces.insert({ kind: 'initiative', title: 'Clean water on the lower Arin', country: SAMPLE_COUNTRY, modality: 'M3', namedPartner: 'NSO', status: 'design' })
  for (const { kind, title, fill } of DOCUMENTS) await documents.create({ workspaceId, kind, title }, (doc) => fill(doc, v7))
  const ids = new Map<SamplePerson, string>()
  for (const seat of SAMPLE_SEATS) {
    const { id } = await people.createPerson({ handle: seat.handle, name: seat.accountName, sampleKey: seat.person })
    ids.set(seat.person, id)
    await workspaces.insertSeat({ workspaceId, personId: id, side: seat.side, role: seat.role, name: seat.seatName, organisation: seat.organisation })
  }
}
