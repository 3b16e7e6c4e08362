import { useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { moveClause, readDocument, removeClause, type Clause } from '@roundtable/shared/document'
import { useMedia } from '../../lib/use-media.js'
import { usePrinted } from '../../lib/use-printed.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { LinkGone, neighbourOf, RemoveDialog, useEntries, useFocusOnEntry, useOpenDocument } from '../document/index.js'
import { AddClause } from './add-clause.js'
import { isAsText } from './addresses.js'
import { AgreementAsText } from './as-text/agreement-as-text.js'
import { BeforeSigning } from './before-signing.js'
import { ClauseFields } from './clause-fields.js'
import { chapterOf, clauseNumber, inChapters } from './chapters.js'
import { ClauseList } from './clause-list.js'
import { ClauseSteps } from './clause-steps.js'
import { ClauseText } from './clause-text.js'
import { clauseTitle } from './clause-words.js'
import { ReadinessLine } from './readiness-line.js'
import { useClauseGuide } from './use-clause-guide.js'
import { useFocusOnReturn } from './use-focus-on-return.js'

/**
 * An agreement, to write or as text to read, as its address says. On paper it is whole: the editor stays where it is, with the
 * words that stand in its fields, and the text is put on the paper in its place.
 */
export function AgreementBody() {
  const { doc } = useOpenDocument()
  const { clauses } = useEntries(doc, 'agreement')
  const [search] = useSearchParams()
  const isPrinted = usePrinted()
  const isText = isAsText(search)
  useFocusOnReturn({ isText, clauseId: search.get('clause') })
  if (isText) return <AgreementToRead clauses={clauses} />
  return (
    <>
      <AgreementEditor clauses={clauses} isPrinted={isPrinted} />
      {isPrinted && <AgreementAsText clauses={clauses} />}
    </>
  )
}

/** The text alone; of the one that is printed beside the editor, that is the guide. */
function AgreementToRead({ clauses }: { readonly clauses: readonly Clause[] }) {
  useClauseGuide(clauses, () => undefined)
  return <AgreementAsText clauses={clauses} />
}

/** The list of clauses, the chosen clause's text, its fields. On a phone one at a time, with a way back. */
function AgreementEditor({ clauses, isPrinted }: { readonly clauses: readonly Clause[]; readonly isPrinted: boolean }) {
  const text = useText()
  const { t } = text
  const announce = useAnnounce()
  const whole = useRef<HTMLDivElement>(null)
  const focusOn = useFocusOnEntry(whole)
  const { doc, canEdit } = useOpenDocument()
  const [search, setSearch] = useSearchParams()
  const { state } = useLocation() as { readonly state: { readonly isShown?: boolean } | null }
  const [leaving, setLeaving] = useState<Clause | null>(null)
  const chosenId = search.get('clause')
  const hasRoomForTwo = useMedia('(width >= 60rem)')
  const chosen =
    clauses.find((clause) => clause.id === chosenId) ?? (hasRoomForTwo ? inChapters(clauses)[0]?.clauses[0] : undefined) ?? null
  // A clause moves within its chapter.
  const neighbours = chosen ? clauses.filter((clause) => chapterOf(clause) === chapterOf(chosen)) : []
  const entries = neighbours.map((clause) => ({ id: clause.id, name: clauseTitle(clause, text) }))
  const index = chosen ? neighbours.indexOf(chosen) : -1

  useClauseGuide(clauses, (id) => {
    if (id !== chosen?.id) setSearch({ clause: id }, { replace: true, state: { isShown: true } })
  })

  function move(clause: Clause, after: string | null) {
    moveClause(doc, clause.id, { after })
    const moved = readDocument('agreement', doc).clauses
    announce(t('entry.moved', { name: clauseTitle(clause, text), place: clauseNumber(moved, clause), total: moved.length }))
    focusOn(clause.id)
  }

  function remove(clause: Clause) {
    // What is chosen by an address takes the focus when it comes.
    const next = neighbourOf(entries, clause.id)
    setSearch(next === null ? {} : { clause: next }, { replace: true })
    if (next === null) focusOn(null)
    removeClause(doc, clause.id)
    announce(t('entry.removed', { name: clauseTitle(clause, text) }))
    setLeaving(null)
  }

  return (
    <>
      <LinkGone isGone={chosenId !== null && chosen?.id !== chosenId} />
      <div ref={whole} className={isPrinted ? 'agreement no-print' : 'agreement'} data-chosen={chosen !== null}>
        <section className="agreement__list stack" aria-labelledby="clauses-title">
          <h2 id="clauses-title" tabIndex={-1}>
            {t('agreement.clauses')}
          </h2>
          <ReadinessLine clauses={clauses} />
          <ClauseList clauses={clauses} chosenId={chosen?.id ?? null} />
          {canEdit && <AddClause clauses={clauses} onAdded={(id) => setSearch({ clause: id })} />}
          <BeforeSigning clauses={clauses} onAdded={(id) => setSearch({ clause: id })} />
        </section>
        {chosen ? (
          <>
            <ClauseText
              key={`text-${chosen.id}`}
              clause={chosen}
              takesFocus={chosen.id === chosenId && state?.isShown !== true}
              clauses={clauses}
              handles={{
                name: clauseTitle(chosen, text),
                index,
                entries,
                onMove: (after) => move(chosen, after),
                onRemove: () => setLeaving(chosen)
              }}
            />
            <ClauseFields key={`fields-${chosen.id}`} clause={chosen} />
            <ClauseSteps clauses={clauses} clause={chosen} />
          </>
        ) : (
          <p className="agreement__choose muted">{t('agreement.choose')}</p>
        )}
        <RemoveDialog
          name={leaving && clauseTitle(leaving, text)}
          onRemove={() => leaving && remove(leaving)}
          onClose={() => setLeaving(null)}
        />
      </div>
    </>
  )
}
