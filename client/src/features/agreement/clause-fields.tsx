import { clauseDefinition, isAnswer, type Clause } from '@roundtable/shared/document'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { EntryFields, neededWords, useOpenDocument } from '../document/index.js'
import { clauseState } from './clause-state.js'
import { PartiesFromSides } from './parties-from-sides.js'
import { Stated } from './stated.js'
import { NotArising } from './not-arising.js'

/** The third part: the answers that a machine can read later, each in its own form. */
export function ClauseFields({ clause }: { readonly clause: Clause }) {
  const text = useText()
  const { t } = text
  const { list } = useFormat()
  const { canEdit } = useOpenDocument()
  const definition = clauseDefinition(clause.code)
  if (!definition) return <div className="agreement__fields" />
  const { needed, tooEarly } = neededWords(clause.fields, definition.fields, `clause.${clause.code}`, { ...text, list })
  const left = [
    ...(needed.length > 0 ? [t('clause.stillNeeded', { list: needed.join(' · ') })] : []),
    ...(tooEarly.length > 0 ? [t('clause.tooEarly', { list: tooEarly.join(' · ') })] : [])
  ]
  const said = isAnswer(clauseState(clause)) ? [] : left.length > 0 ? left : [t('clause.textNeeded')]
  return (
    <section className="agreement__fields stack" aria-labelledby="fields-title" data-entry={clause.id}>
      <h3 id="fields-title">{t('clause.fields')}</h3>
      {said.map((line) => (
        <p key={line} className="caption muted">
          {line}
        </p>
      ))}
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
