import { clauseDefinition, isAnswer, richTextWords, type Clause } from '@roundtable/shared/document'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { Said } from '../../../ui/said.js'
import { RichTextView, useOpenDocument } from '../../document/index.js'
import { clauseAddress, textHeading } from '../addresses.js'
import { clauseState } from '../clause-state.js'
import { clauseTitle } from '../clause-words.js'
import { AnswersAsText } from './answers-as-text.js'

interface ClauseAsTextProps {
  readonly clause: Clause
  /** Its place among all clauses as they are read, from 1. */
  readonly number: number
}

/** One clause to read: what it is for, its text, its answers. What is not answered is said to be open. */
export function ClauseAsText({ clause, number }: ClauseAsTextProps) {
  const text = useText()
  const { t, sentence } = text
  const { canEdit } = useOpenDocument()
  const definition = clauseDefinition(clause.code)
  const title = clauseTitle(clause, text)
  const headingId = textHeading(clause.id)
  const state = clauseState(clause)
  return (
    <section className="as-text__clause" aria-labelledby={headingId}>
      <h3 id={headingId} tabIndex={-1}>
        {number}. <bdi>{title}</bdi>
      </h3>
      {definition && <p className="muted">{sentence(definition.purpose, 'clause.noPurpose')}</p>}
      {richTextWords(clause.text).trim() !== '' && <RichTextView text={clause.text} labelId={headingId} under={3} />}
      {clause.notArising === null ? (
        definition && <AnswersAsText code={clause.code} definitions={definition.fields} fields={clause.fields} />
      ) : (
        <>
          <p>{t('asText.notArising')}</p>
          <Said>{clause.notArising}</Said>
        </>
      )}
      {!isAnswer(state) && <p className="muted">{t(state === 'begun' ? 'asText.begun' : 'asText.open')}</p>}
      <p className="no-print caption">
        <Link to={clauseAddress(clause.id)} look="alone">
          {t(canEdit ? 'asText.write' : 'asText.show')}
          <span className="visually-hidden">: {title}</span>
        </Link>
      </p>
    </section>
  )
}
