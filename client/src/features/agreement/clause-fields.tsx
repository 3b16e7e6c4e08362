import { clauseDefinition, missingFields, type Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { EntryFields, useOpenDocument } from '../document/index.js'
import { clauseState } from './clause-state.js'
import { PartiesFromSides } from './parties-from-sides.js'
import { Stated } from './stated.js'
import { NotArising } from './not-arising.js'

/** The third part: the answers that a machine can read later, each in its own form. */
export function ClauseFields({ clause }: { readonly clause: Clause }) {
  const { t, sentence } = useText()
  const { canEdit } = useOpenDocument()
  const definition = clauseDefinition(clause.code)
  if (!definition) return <div className="agreement__fields" />
  const missing = missingFields(clause, definition.fields).map(({ name }) =>
    sentence(`clause.${clause.code}.${name}`, 'field.unknownField', { name })
  )
  const state = clauseState(clause)
  const isOpen = state === 'open' || state === 'begun'
  const stillNeeded = !isOpen ? '' : missing.length > 0 ? t('clause.stillNeeded', { list: missing.join(' · ') }) : t('clause.textNeeded')
  return (
    <section className="agreement__fields stack" aria-labelledby="fields-title" data-entry={clause.id}>
      <h3 id="fields-title">{t('clause.fields')}</h3>
      {stillNeeded !== '' && <p className="caption muted">{stillNeeded}</p>}
      <Stated code={clause.code} />
      {clause.code === 'C04' && clause.notArising === null && canEdit && <PartiesFromSides clause={clause} />}
      {clause.notArising === null && (
        <EntryFields
          kind="agreement"
          id={clause.id}
          definitions={definition.fields}
          fields={clause.fields}
          labels={`clause.${clause.code}`}
        />
      )}
      {definition.mayNotArise && <NotArising clause={clause} />}
    </section>
  )
}
