import type { Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { clauseAddress } from './addresses.js'
import { asRead } from './chapters.js'
import { nextOpenAfter } from './clause-state.js'
import { clauseTitle } from './clause-words.js'

interface ClauseStepsProps {
  readonly clauses: readonly Clause[]
  readonly clause: Clause
}

/** From a clause to the one before, the one after, and the next that is not answered: as they are read. */
export function ClauseSteps({ clauses, clause }: ClauseStepsProps) {
  const text = useText()
  const { t } = text
  const read = asRead(clauses)
  const at = read.findIndex(({ id }) => id === clause.id)
  const steps = [
    ['agreement.before', read[at - 1]],
    ['agreement.after', read[at + 1]],
    ['agreement.nextOpen', nextOpenAfter(clauses, clause)]
  ] as const
  return (
    <nav aria-label={t('agreement.steps')} className="agreement__steps no-print">
      <ul className="agreement__ways">
        {steps.map(
          ([key, to]) =>
            to && (
              <li key={key}>
                <Link to={clauseAddress(to.id)} look="alone">
                  {t(key, { clause: `${read.indexOf(to) + 1}. ${clauseTitle(to, text)}` })}
                </Link>
              </li>
            )
        )}
      </ul>
    </nav>
  )
}
