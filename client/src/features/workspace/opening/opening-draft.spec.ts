import { organisationKindsOf } from '@roundtable/shared/framework'
import { OPENING_ROLES, openWorkspaceSchema } from '@roundtable/shared/protocol'
import { EMPTY_DRAFT, openingOf, problemsOf, rolesFor, shownName, type OpeningDraft } from './opening-draft.js'

const t = (key: string) => key
const ACCOUNT = 'Mara Okonjo'
const FILLED = { ...EMPTY_DRAFT, title: 'Clean air', country: 'KG', name: 'Grey Owl', organisation: 'River Watch' }
const draftOf = (role: OpeningDraft['role']): OpeningDraft & { role: NonNullable<OpeningDraft['role']> } => {
  const of = role ?? 'CIT'
  return {
    ...FILLED,
    role: of,
    kind: of === 'SEC' ? 'country_programme' : 'initiative',
    organisationKind: organisationKindsOf(of)[0] ?? ''
  }
}

describe('opening a workspace', () => {
  it.each(OPENING_ROLES)('[UI-101] what %s sends is what the contract takes', (role) => {
    const draft = draftOf(role)
    expect(problemsOf(draft, ACCOUNT, t)).toEqual({})
    const sent = openWorkspaceSchema.parse(openingOf(draft, ACCOUNT, t))
    expect(sent.organisation === null).toBe(role === 'CIT' || role === 'SEC')
    expect(sent.documents.map(({ kind }) => kind)).toEqual(['objectives', 'roadmap'])
  })

  it('[UI-101] says of every field what is missing', () => {
    expect(Object.keys(problemsOf(EMPTY_DRAFT, ACCOUNT, t))).toEqual(['title', 'country', 'role', 'name'])
    const office: OpeningDraft = { ...EMPTY_DRAFT, role: 'NSO' }
    expect(Object.keys(problemsOf(office, ACCOUNT, t))).toEqual(['title', 'country', 'organisation'])
    const csoWithoutKind: OpeningDraft = { ...FILLED, role: 'CSO' }
    expect(Object.keys(problemsOf(csoWithoutKind, ACCOUNT, t))).toEqual(['organisationKind'])
  })

  it('[UI-102] suggests the account’s name to whoever speaks for an organisation, and never to a citizen', () => {
    expect(shownName({ ...EMPTY_DRAFT, role: 'NSO' }, ACCOUNT)).toBe(ACCOUNT)
    expect(shownName({ ...EMPTY_DRAFT, role: 'CIT' }, ACCOUNT)).toBe('')
    expect(shownName(EMPTY_DRAFT, ACCOUNT)).toBe('')
    expect(shownName({ ...EMPTY_DRAFT, role: 'NSO', name: '' }, ACCOUNT)).toBe('')
  })

  it('[UI-101] offers the secretariat for programmes alone, and other organisations for initiatives alone', () => {
    expect(rolesFor('initiative')).not.toContain('SEC')
    expect(rolesFor('country_programme')).toContain('SEC')
    expect(rolesFor('country_programme')).not.toContain('OTH')
  })
})
