import { addClause, type Call, type Clause } from '@roundtable/shared/document'
import { randomId } from '../../lib/random-id.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Link } from '../../ui/link.js'
import { useOpenDocument } from '../document/index.js'
import { clauseAddress } from './addresses.js'
import { clauseState, readinessOf } from './clause-state.js'
import { clauseTitle } from './clause-words.js'

interface BeforeSigningProps {
  readonly clauses: readonly Clause[]
  readonly onAdded: (id: string) => void
}

/** The id of its heading, which is led to from above the clauses. */
export const LEFT_HEADING = 'calls-title'

/** All that is to be answered before it can be signed: clauses that are open, each with the way to it, and those that are not there yet. */
export function BeforeSigning({ clauses, onAdded }: BeforeSigningProps) {
  const text = useText()
  const { t } = text
  const { doc, canEdit } = useOpenDocument()
  const { left } = readinessOf(clauses)
  if (left.length === 0) return null

  const why = (because: Call) => {
    const clause = clauseTitle({ code: because.clause, heading: '' }, text)
    const field = text.sentence(`clause.${because.clause}.${because.field}`, 'field.unknownField', { name: because.field })
    return field === clause ? t('calls.becauseClause', { clause }) : t('calls.because', { clause, field })
  }
  return (
    <section className="stack stack--tight" aria-labelledby={LEFT_HEADING}>
      <h3 id={LEFT_HEADING} tabIndex={-1} className="clauses__chapter">
        {t('calls.title', { n: left.length })}
      </h3>
      <ul className="calls">
        {left.map(({ code, clause, because }) => {
          const title = clauseTitle(clause ?? { code, heading: '' }, text)
          const named = (act: string) => (
            <>
              {act}
              <span className="visually-hidden"> {title}</span>
            </>
          )
          return (
            <li key={clause?.id ?? code}>
              <strong>
                <bdi>{title}</bdi>
              </strong>
              <span className="caption muted"> {clause ? t(`answer.${clauseState(clause)}`) : t('calls.notThere')}</span>
              {because && <span className="caption muted"> {why(because)}</span>}{' '}
              {clause && <Link to={clauseAddress(clause.id)}>{named(t('calls.open'))}</Link>}
              {!clause && canEdit && (
                <Button look="link" onPress={() => onAdded(addClause(doc, { newId: randomId }, { code }))}>
                  {named(t('calls.add'))}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
