import { BUILT_IN_TEMPLATE } from '@roundtable/shared/document'
import { RoundtableError } from '@roundtable/shared/error'
import type { DocumentKind } from '@roundtable/shared/framework'
import { isLaterVersion, type KindTemplate, type TemplateSet } from '@roundtable/shared/protocol'
import type { Query } from '../ability/index.js'
import type { StartingTemplate } from '../live/index.js'
import { isShipped, languagesFor, SHIPPED, type TemplateName, type TemplateOfKind } from './domain/newest.js'

const SETS = `select id, version, language, name, kinds -> $1::text as kind, added_at as "addedAt" from template_set`

/** A set may be known that says nothing of the kind (any more). */
type Row = Omit<TemplateOfKind, 'kind'> & { readonly kind: KindTemplate | null }
const ofRow = (row: Row): TemplateOfKind => ({ ...row, kind: row.kind ?? {} })

/** The newest set that is offered for a kind, in the first of these languages that has one; else the shipped one. */
export async function newestFor(query: Query, kind: DocumentKind, languages: readonly string[]): Promise<TemplateOfKind> {
  const [row] = await query<Row>(
    `${SETS} where withdrawn_at is null and kinds -> $1::text is not null and language = any ($2::text[])
     order by array_position($2::text[], language), added_at desc limit 1`,
    [kind, languages]
  )
  return row ? ofRow(row) : SHIPPED
}

/** What a document of this kind begins with when this person opens it: in their language, else in English. */
export async function startingTemplate(query: Query, kind: DocumentKind, personId: string): Promise<StartingTemplate> {
  const [person] = await query<{ locale: string }>('select locale from person where id = $1', [personId])
  const { id, version, language, kind: template } = await newestFor(query, kind, languagesFor(person?.locale ?? BUILT_IN_TEMPLATE.language))
  return { id, version, language, entries: template.entries }
}

/** The set that a document has, also one that was withdrawn since. */
export async function templateOf(query: Query, documentId: string, kind: DocumentKind): Promise<TemplateOfKind> {
  const [has] = await query<TemplateName>(
    'select template_id as id, template_version as version, template_language as language from document where id = $1',
    [documentId]
  )
  if (!has) throw new RoundtableError('not_found')
  if (isShipped(has)) return SHIPPED
  const [row] = await query<Row>(`${SETS} where id = $2 and version = $3 and language = $4`, [kind, has.id, has.version, has.language])
  if (!row) throw new Error(`document ${documentId} has the template ${has.id} ${has.version} ${has.language}, which is not there`)
  return ofRow(row)
}

export async function remember(query: Query, documentId: string, { id, version, language }: TemplateName): Promise<void> {
  await query('update document set template_id = $2, template_version = $3, template_language = $4 where id = $1', [
    documentId,
    id,
    version,
    language
  ])
}

/** Adds a set. Throws `bad_input` naming `version` where this one or a later one is there already, also withdrawn. */
export async function insertSet(query: Query, { id, version, language, name, kinds }: TemplateSet): Promise<void> {
  await query(`select pg_advisory_xact_lock(hashtext('template set'))`, [])
  const earlier = await query<{ version: string }>('select version from template_set where id = $1 and language = $2', [id, language])
  const versions = [...earlier.map((row) => row.version), ...(id === BUILT_IN_TEMPLATE.id ? [BUILT_IN_TEMPLATE.version] : [])]
  const inTheWay = versions.find((there) => !isLaterVersion(version, there))
  if (inTheWay !== undefined) {
    const problem = { field: 'version', reason: `has to be later than ${inTheWay}, which is there already` }
    throw new RoundtableError('bad_input', problem, [problem])
  }
  await query('insert into template_set (id, version, language, name, kinds) values ($1, $2, $3, $4, $5)', [
    id,
    version,
    language,
    name,
    JSON.stringify(kinds)
  ])
}

/** From now on nobody is offered it. Throws `not_found`, `no_longer_open` for one that was withdrawn before. */
export async function withdrawSet(query: Query, { id, version, language }: TemplateName): Promise<void> {
  const names = [id, version, language]
  const [set] = await query<{ isWithdrawn: boolean }>(
    'select withdrawn_at is not null as "isWithdrawn" from template_set where id = $1 and version = $2 and language = $3',
    names
  )
  if (!set) throw new RoundtableError('not_found')
  if (set.isWithdrawn) throw new RoundtableError('no_longer_open')
  await query('update template_set set withdrawn_at = now() where id = $1 and version = $2 and language = $3', names)
}
