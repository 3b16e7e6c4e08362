import { sidesThatMustAgree } from './modality.js'
import { EMPTY_PROPOSAL, problemsOf, targetOf } from './proposal-draft.js'

const t = (key: string) => key
const M1 = { modality: 'M1', leadKind: null, namedPartner: null } as const
const M3 = { modality: 'M3', leadKind: null, namedPartner: 'NSO' } as const
const M5 = { modality: 'M5', leadKind: 'OTH', namedPartner: null } as const

describe('a proposed change of modality', () => {
  it('[UI-108] names the sides of the old and of the new rule, the civic side always', () => {
    expect(sidesThatMustAgree(M1, M3)).toEqual(['civic', 'state'])
    expect(sidesThatMustAgree(M3, M1)).toEqual(['civic', 'state'])
    expect(sidesThatMustAgree(M3, M5)).toEqual(['civic', 'state', 'other'])
    expect(sidesThatMustAgree(M1, { ...M1, modality: 'M2' })).toEqual(['civic'])
  })

  it('[UI-108] names who leads under M5 and the state partner under M3, and neither elsewhere', () => {
    expect(targetOf({ ...EMPTY_PROPOSAL, modality: 'M3' })).toBeNull()
    expect(targetOf({ ...EMPTY_PROPOSAL, modality: 'M3', namedPartner: 'OSA', leadKind: 'OTH' })).toEqual({ ...M3, namedPartner: 'OSA' })
    expect(targetOf({ ...EMPTY_PROPOSAL, modality: 'M4', namedPartner: 'OSA', leadKind: 'OTH' })).toEqual({ ...M1, modality: 'M4' })
  })

  it('[UI-108] needs a reason and another way than the present one', () => {
    expect(Object.keys(problemsOf({ ...EMPTY_PROPOSAL, modality: 'M1' }, M1, t))).toEqual(['modality', 'reason'])
    expect(Object.keys(problemsOf({ ...EMPTY_PROPOSAL, modality: 'M5', reason: 'so' }, M1, t))).toEqual(['leadKind'])
    expect(problemsOf({ ...EMPTY_PROPOSAL, modality: 'M2', reason: 'so' }, M1, t)).toEqual({})
  })
})
