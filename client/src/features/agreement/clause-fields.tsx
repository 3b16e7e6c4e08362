import { clauseDefinition, missingFields, type Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { EntryFields } from '../document/index.js'
import { clauseState } from './clause-state.js'
import { NotArising } from './not-arising.js'

/** The third part: the answers that a machine can read later, each in its own form. */
export function ClauseFields({ clause }: { readonly clause: Clause }) {
  const { t, sentence } = useText()
  const definition = clauseDefinition(clause.code)
  if (!definition) return <div className="agreement__fields" />
  const missing = missingFields(clause, definition.fields).map(({ name }) =>
    sentence(`clause.${clause.code}.${name}`, 'field.unknownField', { name })
  )
  const state = clauseState(clause)
  const isOpen = state === 'open' || state === 'begun'
  const stillNeeded = !isOpen ? '' : missing.length > 0 ? t('clause.stillNeeded', { list: missing.join(' · ') }) : t('clause.textNeeded')
  return (
    <section className="agreement__fields stack" aria-labelledby="fields-title">
      <h3 id="fields-title">{t('clause.fields')}</h3>
      {stillNeeded !== '' && <p className="caption muted">{stillNeeded}</p>}
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
