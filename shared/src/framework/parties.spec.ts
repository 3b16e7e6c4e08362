import { OBJECTIVE_CODES, ROLES, STAGES } from './codes.js'
import { COUNTRIES, SAMPLE_COUNTRY, isCountry } from './countries.js'
import { DATA_CLASSES, MANDATED_ROLES, ORGANISATION_KINDS, POPULATIONS, PROTOCOL_KINDS, organisationKindsOf } from './parties.js'
import { sideOfRole } from './power.js'

const isUnique = (codes: readonly string[]): boolean => new Set(codes).size === codes.length

describe('code lists', () => {
  it('[DEF-11] countries are the 249 codes of ISO 3166-1, each once, and XS for the sample', () => {
    expect(COUNTRIES).toHaveLength(249)
    expect(isUnique(COUNTRIES)).toBe(true)
    expect(COUNTRIES.filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([])
    expect(COUNTRIES).toEqual([...COUNTRIES].toSorted())
    expect(['DK', 'KG', 'CO', 'TH', 'SS', 'PS', 'TW', 'AX', 'BL', SAMPLE_COUNTRY].filter((code) => !isCountry(code))).toEqual([])
    expect(['UK', 'EU', 'XK', 'AN', 'CS', 'SU', 'ZZ', 'dk', '', 'DNK'].filter((code) => isCountry(code))).toEqual([])
    expect(COUNTRIES).not.toContain(SAMPLE_COUNTRY)
  })

  it('[DEF-11] the runtime’s own list of regions has a name for every country', () => {
    const names = new Intl.DisplayNames('en', { type: 'region' })
    expect(COUNTRIES.filter((code) => names.of(code) === code)).toEqual([])
  })

  it('[DEF-11] every stakeholder, population, class, objective and stage of the Framework is there, each once', () => {
    expect(POPULATIONS.toSorted()).toEqual(['PA', 'PD', 'PH', 'PI', 'PL', 'PM', 'PO', 'PS', 'PW'])
    expect(DATA_CLASSES).toEqual(['K1', 'K2', 'K3'])
    expect(OBJECTIVE_CODES).toEqual(['O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'OX'])
    expect(STAGES).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6'])
    expect(PROTOCOL_KINDS).toEqual(['consensus', 'assembly', 'majority', 'elder', 'other'])
    // A9: communities; CSOs and networks; community-based; NSO; other state; academia; NHRIs; UN; international; Major Groups; funders; private; citizen science.
    expect(ORGANISATION_KINDS).toHaveLength(14)
    expect(isUnique(ORGANISATION_KINDS)).toBe(true)
  })

  it('[DEF-11] every kind of organisation has a role that can stand for it, and no role of a side reaches into another', () => {
    const spoken = ROLES.filter((role) => sideOfRole(role) !== null).flatMap((role) => organisationKindsOf(role))
    expect(ORGANISATION_KINDS.filter((kind) => !spoken.includes(kind))).toEqual([])
    for (const role of ROLES) {
      const kinds = organisationKindsOf(role)
      expect([role, isUnique(kinds)]).toEqual([role, true])
      if (role !== 'NSO' && sideOfRole(role) !== null) expect(kinds).not.toContain('nso')
      if (role === 'COM' || role === 'CSO' || role === 'CIT') expect(kinds).not.toContain('funder')
    }
    expect(organisationKindsOf('OSA')).toEqual(['other_state'])
    expect(organisationKindsOf('FAC')).toEqual(ORGANISATION_KINDS)
  })

  it('[DEF-11] whoever speaks for others needs a mandate; a citizen, a facilitator and an observer speak for nobody', () => {
    expect(MANDATED_ROLES).toEqual(['COM', 'CSO', 'NSO', 'OSA', 'OTH'])
  })
})
