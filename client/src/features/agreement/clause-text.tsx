import { useRef, type ComponentProps } from 'react'
import { clauseDefinition, part, type Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'
import { CopyLink, EntryHandles, Guidance, RichText, useHeadingOnArrival, useOpenDocument, WordsField } from '../document/index.js'
import { clauseTitle } from './clause-words.js'

interface ClauseTextProps {
  readonly clause: Clause
  /** Somebody chose this clause; the first one simply stands there. */
  readonly takesFocus: boolean
  readonly handles: ComponentProps<typeof EntryHandles>
  /** The next clause that is not answered yet, if there is one. */
  readonly nextOpen: Clause | null
}

/** The middle part: what the clause is for, and its text. Its heading takes the focus when it is chosen. */
export function ClauseText({ clause, takesFocus, handles, nextOpen }: ClauseTextProps) {
  const text = useText()
  const { t, sentence } = text
  const { doc, canEdit } = useOpenDocument()
  const heading = useRef<HTMLHeadingElement>(null)
  const definition = clauseDefinition(clause.code)
  const fragment = part(doc, 'agreement', clause.id, 'text')
  const ownHeading = part(doc, 'agreement', clause.id, 'heading')

  useHeadingOnArrival(heading, takesFocus)

  return (
    <section className="agreement__text stack" aria-labelledby="clause-title">
      <div className="agreement__back no-print">
        <Link to="?">
          <Icon name="back" /> {t('agreement.back')}
        </Link>
      </div>
      <div className="entry__head">
        <h2 id="clause-title" ref={heading} tabIndex={-1}>
          <bdi>{clauseTitle(clause, text)}</bdi>
        </h2>
        <div className="row">
          <CopyLink link="clause" id={clause.id} name={handles.name} />
          {canEdit && <EntryHandles {...handles} />}
        </div>
      </div>
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
      {nextOpen && (
        <p className="no-print">
          <Link to={`?clause=${encodeURIComponent(nextOpen.id)}`}>{t('agreement.nextOpen', { clause: clauseTitle(nextOpen, text) })}</Link>
        </p>
      )}
    </section>
  )
}
