import { answerState, entryOf, isAnswer, part, type Answer, type QuestionDefinition } from '@roundtable/shared/document'
import { useId, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { usePrinted } from '../../../lib/use-printed.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { ANSWER_SIGNS } from '../fields/answer-signs.js'
import { EntryFields } from '../fields/entry-fields.js'
import { useOpenDocument } from '../open-document.js'
import { useBeGuide } from '../places/guide.js'
import { RichText } from '../rich-text/rich-text.js'
import { Guidance } from '../template/guidance.js'

interface QuestionListProps {
  readonly kind: 'plan' | 'principles'
  readonly questions: readonly QuestionDefinition[]
  readonly answers: readonly Answer[]
  readonly headingOf: (code: string) => string
  /** What the question asks, in a plain sentence. */
  readonly asks: (code: string) => string
  readonly textLabel: string
  /** The first words of the fields' catalogue keys. */
  readonly labelsOf: (code: string) => string
  /** What stands beside a question that is open, such as what the sides say of themselves. */
  readonly beside?: (code: string) => ReactNode
}

/**
 * A fixed list of questions: how many are answered, then each by name with how far it is. One opens at a time, and an open
 * one has an address of its own. On paper all are open.
 */
export function QuestionList({ kind, questions, answers, headingOf, asks, textLabel, labelsOf, beside }: QuestionListProps) {
  const { t } = useText()
  const { doc } = useOpenDocument()
  const [search, setSearch] = useSearchParams()
  const isPrinted = usePrinted()
  const asked = questions.filter(({ code }) => entryOf(doc, kind, code) !== undefined)
  const stateOf = ({ code, fields }: QuestionDefinition) => {
    const answer = answers.find(({ id }) => id === code)
    return answer ? answerState(answer, fields) : 'open'
  }
  const answered = asked.filter((question) => isAnswer(stateOf(question))).length
  useBeGuide({
    nameOf: ({ entry }) => (asked.some(({ code }) => code === entry) ? headingOf(entry ?? '') : null),
    open: ({ entry }) => {
      if (entry !== null && asked.some(({ code }) => code === entry)) setSearch({ question: entry }, { replace: true })
    }
  })
  return (
    <section className="stack" aria-label={t('questions.title')}>
      <p className="muted">{t('questions.progress', { answered, total: asked.length })}</p>
      <ol className="questions">
        {asked.map((question) => (
          <QuestionItem
            key={question.code}
            {...{ kind, question, textLabel }}
            answer={answers.find(({ id }) => id === question.code)}
            heading={headingOf(question.code)}
            asks={asks(question.code)}
            labels={labelsOf(question.code)}
            isOpen={isPrinted || search.get('question') === question.code}
            onToggle={(isOpen) => setSearch(isOpen ? { question: question.code } : {}, { replace: true })}
          >
            {beside?.(question.code)}
          </QuestionItem>
        ))}
      </ol>
    </section>
  )
}

interface QuestionItemProps {
  readonly kind: 'plan' | 'principles'
  readonly question: QuestionDefinition
  readonly answer: Answer | undefined
  readonly heading: string
  readonly asks: string
  readonly textLabel: string
  readonly labels: string
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly children: ReactNode
}

function QuestionItem({ kind, question, answer, heading, asks, textLabel, labels, isOpen, onToggle, children }: QuestionItemProps) {
  const { t } = useText()
  const { doc } = useOpenDocument()
  const bodyId = useId()
  const fragment = part(doc, kind, question.code, 'text')
  const state = answer ? answerState(answer, question.fields) : 'open'
  return (
    <li className="questions__item" data-entry={question.code}>
      <h2 className="questions__heading">
        <Button look="link" aria-expanded={isOpen} aria-controls={isOpen ? bodyId : undefined} onPress={() => onToggle(!isOpen)}>
          {heading}
        </Button>
        <span className="caption muted">
          <span aria-hidden="true">{ANSWER_SIGNS[state]} </span>
          {t(`answer.${state}`)}
        </span>
      </h2>
      <Guidance question={question.code} asks={asks} />
      {isOpen && (
        <div id={bodyId} className="stack">
          {fragment && <RichText fragment={fragment} label={textLabel} heading={3} />}
          <EntryFields kind={kind} id={question.code} definitions={question.fields} fields={answer?.fields ?? {}} labels={labels} />
          {children}
        </div>
      )}
    </li>
  )
}
