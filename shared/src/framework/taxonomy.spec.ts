import { MODALITIES, SIDES, STAGES } from './codes.js'
import { ENGAGEMENTS, type StageParts, tableOne } from './taxonomy.js'

const all = (parts: StageParts): StageParts[] => STAGES.map(() => parts)
const column = (modality: (typeof MODALITIES)[number], leadKind: 'OTH' | 'OSA' | null = null): StageParts[] =>
  STAGES.map((stage) => tableOne(modality, stage, leadKind))
/** A7, last column: co-design at S1, and at every later stage some part. */
const led = (lead: 'state' | 'other'): StageParts[] =>
  STAGES.map((stage) => ({ civic: stage === 'S1' ? 'co_design' : 'contribute', state: 'none', other: 'none', [lead]: 'lead' }))

describe('Table 1', () => {
  it('[DEF-10] M1: citizens lead every stage, and nobody else is counted on', () => {
    expect(column('M1')).toEqual(all({ civic: 'lead', state: 'none', other: 'none' }))
  })

  it('[DEF-10] M2: citizens lead every stage, partners may contribute', () => {
    expect(column('M2')).toEqual(all({ civic: 'lead', state: 'contribute', other: 'contribute' }))
  })

  it('[DEF-10] M3: both decide together at every stage; before an answer M3 stands (R-33)', () => {
    expect(column('M3')).toEqual(all({ civic: 'co_decide', state: 'co_decide', other: 'contribute' }))
    expect(column('M0')).toEqual(column('M3'))
  })

  it('[DEF-10] M4 and M5: who initiated leads, citizens co-design the first stage and contribute to every other', () => {
    expect(column('M4')).toEqual(led('state'))
    expect(column('M5', 'OSA')).toEqual(led('state'))
    expect(column('M5', 'OTH')).toEqual(led('other'))
    expect(column('M5')).toEqual(led('other'))
  })

  it('[DEF-10] the engagements are a ladder, and in no modality do citizens stand on its lowest steps', () => {
    expect(ENGAGEMENTS).toEqual(['none', 'informed', 'consulted', 'contribute', 'co_design', 'co_decide', 'lead'])
    for (const modality of MODALITIES)
      for (const parts of column(modality)) {
        expect(Object.keys(parts).toSorted()).toEqual([...SIDES].toSorted())
        expect(ENGAGEMENTS.indexOf(parts.civic)).toBeGreaterThanOrEqual(ENGAGEMENTS.indexOf('contribute'))
      }
  })
})
