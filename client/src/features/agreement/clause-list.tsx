import type { Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { answerState, type AnswerState } from './answer-state.js'
import { clauseTitle } from './clause-words.js'

/** The sign beside the words, for those who scan; the words say the same. */
const SIGNS: Readonly<Record<AnswerState, string>> = { open: '○', begun: '◐', answered: '●', not_arising: '–' }

interface ClauseListProps {
  readonly clauses: readonly Clause[]
  readonly chosenId: string | null
}

/** Every clause by number and title, with how far it is answered. Each line is an address that can be sent. */
export function ClauseList({ clauses, chosenId }: ClauseListProps) {
  const text = useText()
  if (clauses.length === 0) return <p className="muted">{text.t('agreement.noClauses')}</p>
  return (
    <nav aria-label={text.t('agreement.clauses')}>
      <ol className="clauses">
        {clauses.map((clause, index) => {
          const state = answerState(clause)
          return (
            <li key={clause.id}>
              <Link to={`?clause=${encodeURIComponent(clause.id)}`} className="clauses__link" isCurrent={clause.id === chosenId}>
                <span className="clauses__number">{index + 1}</span>
                <span className="clauses__title">
                  <span>
                    <bdi>{clauseTitle(clause, text)}</bdi>
                  </span>
                  <span className="caption muted">
                    <span aria-hidden="true">{SIGNS[state]} </span>
                    {text.t(`answer.${state}`)}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
