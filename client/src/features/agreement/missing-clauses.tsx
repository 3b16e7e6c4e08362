import { addClause, missingClauses, type Clause, type MissingClause } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { useOpenDocument } from '../document/index.js'
import { clauseTitle } from './clause-words.js'

interface MissingClausesProps {
  readonly clauses: readonly Clause[]
  readonly onAdded: (id: string) => void
}

/** The clauses that an answer calls for, each with that answer; and how many a full agreement answers besides before it is signed. */
export function MissingClauses({ clauses, onAdded }: MissingClausesProps) {
  const text = useText()
  const { t } = text
  const { doc, canEdit } = useOpenDocument()
  const missing = missingClauses(clauses)
  const called = missing.filter(({ because }) => because !== null)
  const later = missing.length - called.length
  if (missing.length === 0) return null

  const why = ({ because }: MissingClause) => {
    if (!because) return ''
    const clause = clauseTitle({ code: because.clause, heading: '' }, text)
    const field = text.sentence(`clause.${because.clause}.${because.field}`, 'field.unknownField', { name: because.field })
    return field === clause ? t('calls.becauseClause', { clause }) : t('calls.because', { clause, field })
  }
  return (
    <section className="stack stack--tight" aria-labelledby="calls-title">
      {called.length > 0 && (
        <>
          <h3 id="calls-title" className="clauses__chapter">
            {t('calls.title')}
          </h3>
          <ul className="calls">
            {called.map((one) => (
              <li key={one.code} className="stack stack--tight">
                <strong>{clauseTitle({ code: one.code, heading: '' }, text)}</strong>
                <span className="caption muted">{why(one)}</span>
                {canEdit && (
                  <div className="row no-print">
                    <Button look="link" onPress={() => onAdded(addClause(doc, { newId: randomId }, { code: one.code }))}>
                      {t('calls.add')}
                      <span className="visually-hidden"> {clauseTitle({ code: one.code, heading: '' }, text)}</span>
                    </Button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {later > 0 && (
        <p id={called.length > 0 ? undefined : 'calls-title'} className="caption muted">
          {t('calls.later', { n: later })}
        </p>
      )}
    </section>
  )
}
