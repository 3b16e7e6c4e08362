import { isAnswer, requiredClauses, type Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { ANSWER_SIGNS } from '../document/index.js'
import { clauseAddress } from './addresses.js'
import { inChapters } from './chapters.js'
import { clauseState } from './clause-state.js'
import { clauseTitle } from './clause-words.js'

interface ClauseListProps {
  readonly clauses: readonly Clause[]
  readonly chosenId: string | null
}

/** Every clause by number and title, with how far it is answered. Each line is an address that can be sent. */
export function ClauseList({ clauses, chosenId }: ClauseListProps) {
  const text = useText()
  if (clauses.length === 0) return <p className="muted">{text.t('agreement.noClauses')}</p>
  const chapters = inChapters(clauses)
  const required = requiredClauses(clauses)
  const ordered = chapters.flatMap((each) => each.clauses)
  return (
    <nav aria-label={text.t('agreement.clauses')} className="stack stack--tight">
      {chapters.map(({ chapter, clauses: own }) => (
        <section key={chapter} aria-label={text.t(`chapter.${chapter}`)}>
          <h3 className="clauses__chapter">{text.t(`chapter.${chapter}`)}</h3>
          <ol className="clauses" start={ordered.indexOf(own[0]!) + 1}>
            {own.map((clause) => {
              const state = clauseState(clause)
              return (
                <li key={clause.id}>
                  <Link to={clauseAddress(clause.id)} className="clauses__link" isCurrent={clause.id === chosenId}>
                    <span className="clauses__number">{ordered.indexOf(clause) + 1}</span>
                    <span className="clauses__title">
                      <span>
                        <bdi>{clauseTitle(clause, text)}</bdi>
                      </span>
                      <span className="caption muted">
                        <span aria-hidden="true">{ANSWER_SIGNS[state]} </span>
                        {text.t(`answer.${state}`)}
                        {!isAnswer(state) && required.has(clause.code) && <> · {text.t('agreement.required')}</>}
                      </span>
                    </span>
                  </Link>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </nav>
  )
}
