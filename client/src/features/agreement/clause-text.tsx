import { useRef, type ComponentProps } from 'react'
import { clauseDefinition, part, type Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'
import { CopyLink, EntryHandles, Guidance, RichText, useHeadingOnArrival, useOpenDocument, WordsField } from '../document/index.js'
import { textAddress } from './addresses.js'
import { clauseNumber } from './chapters.js'
import { ClausePlace } from './clause-place.js'
import { clauseTitle } from './clause-words.js'

interface ClauseTextProps {
  readonly clause: Clause
  /** Somebody chose this clause; the first one simply stands there. */
  readonly takesFocus: boolean
  readonly handles: ComponentProps<typeof EntryHandles>
  readonly clauses: readonly Clause[]
}

/** The middle part: what the clause is for, and its text. Its heading takes the focus when it is chosen. */
export function ClauseText({ clause, takesFocus, handles, clauses }: ClauseTextProps) {
  const text = useText()
  const { t, sentence } = text
  const { doc, canEdit } = useOpenDocument()
  const heading = useRef<HTMLHeadingElement>(null)
  const definition = clauseDefinition(clause.code)
  const fragment = part(doc, 'agreement', clause.id, 'text')
  const ownHeading = part(doc, 'agreement', clause.id, 'heading')

  useHeadingOnArrival(heading, takesFocus)

  return (
    <section className="agreement__text stack" aria-labelledby="clause-title" data-entry={clause.id}>
      <div className="agreement__back no-print">
        <Link to="?" look="alone">
          <Icon name="back" /> {t('agreement.back')}
        </Link>
      </div>
      <div className="entry__head">
        <h2 id="clause-title" ref={heading} tabIndex={-1} data-entry-heading>
          {clauseNumber(clauses, clause)}. <bdi>{clauseTitle(clause, text)}</bdi>
        </h2>
        <div className="row">
          <CopyLink link="clause" id={clause.id} name={handles.name} />
          {canEdit && <EntryHandles {...handles} />}
        </div>
      </div>
      {canEdit && <ClausePlace clause={clause} isAlone={handles.entries.length < 2} />}
      <p className="caption no-print">
        <Link to={textAddress(clause.id)} look="alone">
          {t('agreement.thisAsText')}
        </Link>
      </p>
      {definition && (
        <Guidance
          question={clause.code}
          asks={sentence(definition.purpose, 'clause.noPurpose')}
          principles={definition.principles}
          paragraphs={definition.paragraphs}
        />
      )}
      {ownHeading && <WordsField label={t('clause.heading')} lines="one" text={ownHeading} isReadOnly={!canEdit} />}
      {fragment && <RichText fragment={fragment} label={t('clause.text')} heading={3} />}
    </section>
  )
}
