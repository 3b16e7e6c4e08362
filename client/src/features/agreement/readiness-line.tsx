import type { Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Link } from '../../ui/link.js'
import { clauseAddress, TEXT_ADDRESS } from './addresses.js'
import { LEFT_HEADING } from './before-signing.js'
import { readinessOf } from './clause-state.js'
import { clauseTitle } from './clause-words.js'

/** How far the agreement is, with the ways to the first clause that is open and the first that is required and open. */
export function ReadinessLine({ clauses }: { readonly clauses: readonly Clause[] }) {
  const text = useText()
  const { t } = text
  const { answered, total, left, lacking, firstOpen } = readinessOf(clauses)
  const absent = left.filter(({ clause }) => clause === null).length
  const firstRequired = lacking[0]?.id === firstOpen?.id ? null : lacking[0]
  return (
    <div className="stack stack--tight">
      <p className="muted">
        {t('agreement.readiness', { answered, total })}
        {absent > 0 && <span> {t('agreement.absent', { n: absent })}</span>}
      </p>
      <ul className="agreement__ways no-print">
        {firstOpen && (
          <li>
            <Link to={clauseAddress(firstOpen.id)}>{t('agreement.firstOpen', { clause: clauseTitle(firstOpen, text) })}</Link>
          </li>
        )}
        {firstRequired && (
          <li>
            <Link to={clauseAddress(firstRequired.id)}>{t('agreement.firstRequired', { clause: clauseTitle(firstRequired, text) })}</Link>
          </li>
        )}
        {left.length > 0 && (
          <li>
            {/* It stands below all clauses. */}
            <Button look="link" onPress={() => document.getElementById(LEFT_HEADING)?.focus()}>
              {t('calls.lead', { n: left.length })}
            </Button>
          </li>
        )}
        {clauses.length > 0 && (
          <li data-act="">
            <Link to={TEXT_ADDRESS}>{t('agreement.asText')}</Link>
          </li>
        )}
      </ul>
    </div>
  )
}
