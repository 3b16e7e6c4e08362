import type { Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { clauseAddress, TEXT_ADDRESS } from './addresses.js'
import { readinessOf } from './clause-state.js'
import { clauseTitle } from './clause-words.js'

/** How far the agreement is, with the ways to the first clause that is open and the first that is required and open. */
export function ReadinessLine({ clauses }: { readonly clauses: readonly Clause[] }) {
  const text = useText()
  const { t } = text
  const { answered, total, lacking, firstOpen } = readinessOf(clauses)
  const firstRequired = lacking[0]?.id === firstOpen?.id ? null : lacking[0]
  return (
    <div className="stack stack--tight">
      <p className="muted">{t('agreement.readiness', { answered, total })}</p>
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
        {clauses.length > 0 && (
          <li data-act="">
            <Link to={TEXT_ADDRESS}>{t('agreement.asText')}</Link>
          </li>
        )}
      </ul>
    </div>
  )
}
