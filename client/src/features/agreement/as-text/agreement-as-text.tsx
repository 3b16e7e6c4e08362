import type { Clause } from '@roundtable/shared/document'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useText } from '../../../locales/use-text.js'
import { Link } from '../../../ui/link.js'
import { useFocusOnArrival, useOpenDocument } from '../../document/index.js'
import { textAddress } from '../addresses.js'
import { asRead, inChapters } from '../chapters.js'
import { clauseTitle } from '../clause-words.js'
import { ClauseAsText } from './clause-as-text.js'

/**
 * The whole agreement as one text, chapter by chapter: for reading, for a screen reader's list of headings, for paper. It has
 * no controls, needs nothing but the document itself, and each clause leads to its place in the editor.
 */
export function AgreementAsText({ clauses }: { readonly clauses: readonly Clause[] }) {
  const text = useText()
  const { t } = text
  const { hash } = useLocation()
  const { canEdit } = useOpenDocument()
  const lead = useRef<HTMLParagraphElement>(null)
  const ordered = asRead(clauses)
  // Whoever pressed the link to it has left a page whose parts are gone; the reading begins here.
  useEffect(() => {
    if (document.activeElement === document.body) lead.current?.focus({ preventScroll: true })
  }, [])
  useFocusOnArrival(() => document.getElementById(hash.slice(1)), hash !== '' && clauses.length > 0)
  return (
    <article className="as-text" aria-label={t('asText.title')}>
      <p ref={lead} tabIndex={-1} className="muted no-print">
        {t('asText.lead')} <Link to="?">{t(canEdit ? 'asText.back' : 'asText.toClauses')}</Link>
      </p>
      {clauses.length === 0 && <p className="muted">{t('agreement.noClauses')}</p>}
      <nav aria-label={t('agreement.clauses')} className="no-print">
        <ol className="agreement__ways">
          {ordered.map((clause, index) => (
            <li key={clause.id}>
              <Link to={textAddress(clause.id)} look="alone">
                {index + 1}. <bdi>{clauseTitle(clause, text)}</bdi>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {inChapters(clauses).map(({ chapter, clauses: own }) => (
        <section key={chapter} aria-labelledby={`text-${chapter}`}>
          <h2 id={`text-${chapter}`}>{t(`chapter.${chapter}`)}</h2>
          {own.map((clause) => (
            <ClauseAsText key={clause.id} clause={clause} number={ordered.indexOf(clause) + 1} />
          ))}
        </section>
      ))}
    </article>
  )
}
