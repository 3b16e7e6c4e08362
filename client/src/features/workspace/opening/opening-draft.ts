import { organisationKindsOf, type DocumentKind, type OrganisationKind } from '@roundtable/shared/framework'
import { OPENING_ROLES, type OpeningRole, type OpenWorkspaceBody, type WorkspaceKind } from '@roundtable/shared/protocol'
import type { Translate } from '../../../locales/use-text.js'

export const FIRST_DOCUMENTS = ['objectives', 'agreement', 'roadmap'] as const
type FirstDocument = (typeof FIRST_DOCUMENTS)[number] & DocumentKind

/** What the form holds. `name` is null until somebody types one: then the account's name may be suggested. */
export interface OpeningDraft {
  readonly kind: WorkspaceKind
  readonly title: string
  readonly country: string
  readonly role: OpeningRole | null
  readonly organisation: string
  readonly organisationKind: OrganisationKind | ''
  readonly name: string | null
  readonly documents: readonly FirstDocument[]
}

export const EMPTY_DRAFT: OpeningDraft = {
  kind: 'initiative',
  title: '',
  country: '',
  role: null,
  organisation: '',
  organisationKind: '',
  name: null,
  documents: ['objectives', 'roadmap']
}

/** Who can start one: the secretariat only programmes, and a programme only one of its two sides or the secretariat. */
export function rolesFor(kind: WorkspaceKind): readonly OpeningRole[] {
  return OPENING_ROLES.filter((role) => (kind === 'country_programme' ? role !== 'OTH' : role !== 'SEC'))
}

/** A citizen speaks for nobody else, the secretariat for no party of this country. */
export function speaksForOthers(role: OpeningRole | null): role is Exclude<OpeningRole, 'CIT' | 'SEC'> {
  return role !== null && role !== 'CIT' && role !== 'SEC'
}

/** Kinds of organisation to choose from; where there is one, nothing is asked. */
export function kindsFor(role: OpeningRole | null): readonly OrganisationKind[] {
  return speaksForOthers(role) ? organisationKindsOf(role) : []
}

/** What stands in the name's field: a citizen's real name is nowhere suggested. */
export function shownName({ name, role }: OpeningDraft, accountName: string): string {
  return name ?? (role === null || role === 'CIT' ? '' : accountName)
}

export type OpeningProblems = Partial<Readonly<Record<'title' | 'country' | 'role' | 'organisation' | 'organisationKind' | 'name', string>>>

export function problemsOf(draft: OpeningDraft, accountName: string, t: Translate): OpeningProblems {
  const needsOrganisation = speaksForOthers(draft.role)
  return {
    ...(draft.title.trim() === '' && { title: t('form.required') }),
    ...(draft.country === '' && { country: t('open.countryMissing') }),
    ...(draft.role === null && { role: t('open.roleMissing') }),
    ...(needsOrganisation && draft.organisation.trim() === '' && { organisation: t('form.required') }),
    ...(needsOrganisation && organisationKindOf(draft) === null && { organisationKind: t('form.chooseOne') }),
    ...(shownName(draft, accountName).trim() === '' && { name: t('form.required') })
  }
}

/** What is sent, once the draft has no problems. */
export function openingOf(draft: OpeningDraft & { role: OpeningRole }, accountName: string, t: Translate): OpenWorkspaceBody {
  const { kind, title, country, role, organisation, documents } = draft
  const organisationKind = organisationKindOf(draft)
  return {
    kind,
    title,
    country,
    role,
    name: shownName(draft, accountName),
    organisation: organisationKind === null ? null : { name: organisation, kind: organisationKind },
    documents: FIRST_DOCUMENTS.filter((document) => documents.includes(document)).map((document) => ({
      kind: document,
      title: t(`newDocument.${document}`)
    }))
  }
}

function organisationKindOf({ role, organisationKind }: OpeningDraft): OrganisationKind | null {
  const kinds = kindsFor(role)
  const [only] = kinds
  if (kinds.length === 1 && only !== undefined) return only
  return kinds.find((kind) => kind === organisationKind) ?? null
}
