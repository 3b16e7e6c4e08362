import { ARTEFACTS, MODALITIES, ROLES, sideOfRole } from '../framework/index.js'
import { isLawfulCustomisation } from './customisation.js'
import { cellOf, readLetters } from './matrix.js'

const lawful = (...[role, modality, artefact, cell]: [...Parameters<typeof cellOf>, string]) =>
  isLawfulCustomisation(role, modality, artefact, readLetters(cell))

describe('customised cells', () => {
  it('[ABIL-26] INV-9: leaving a cell as it is, is always lawful', () => {
    for (const role of ROLES) {
      for (const modality of MODALITIES) {
        for (const artefact of ARTEFACTS)
          expect(isLawfulCustomisation(role, modality, artefact, cellOf(role, modality, artefact))).toBe(true)
      }
    }
  })

  it('[ABIL-26] INV-9: a civic right may be added or widened, never taken or narrowed', () => {
    expect(lawful('CIT', 'M4', 'METH', 'VCSEw')).toBe(true)
    expect(lawful('CIT', 'M4', 'DSA', 'VCSGw')).toBe(true)
    expect(lawful('CIT', 'M4', 'METH', 'VCew')).toBe(false)
    expect(lawful('COM', 'M4', 'METH', 'VCSeoW')).toBe(false)
    expect(lawful('COM', 'M3', 'OBJ', 'VCSeAPW')).toBe(false)
    expect(lawful('COM', 'M3', 'OBJ', 'VCSEAPw')).toBe(false)
  })

  it('[ABIL-26] INV-9: another’s right may be taken or narrowed, never added or widened', () => {
    expect(lawful('NSO', 'M4', 'OBJ', 'VC')).toBe(true)
    expect(lawful('OTH', 'M5', 'OBJ', 'vCSeW')).toBe(true)
    expect(lawful('OTH', 'M2', 'OBJ', 'VCSeo')).toBe(false)
    expect(lawful('NSO', 'M2', 'METH', 'VCSEo')).toBe(false)
    expect(lawful('SEC', 'M3', 'OBJ', 'V')).toBe(false)
    expect(lawful('GST', 'M3', 'OBJ', '')).toBe(true)
  })

  it('[ABIL-26] INV-7: the decision log stays append-only for everybody', () => {
    for (const role of ROLES.filter((one) => sideOfRole(one) === 'civic')) {
      expect(isLawfulCustomisation(role, 'M3', 'APPR', new Set([...cellOf(role, 'M3', 'APPR'), 'e']))).toBe(false)
      expect(isLawfulCustomisation(role, 'M3', 'APPR', new Set([...cellOf(role, 'M3', 'APPR'), 'G']))).toBe(true)
    }
  })
})
