import { useQuery } from '@tanstack/react-query'
import { SIDES } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useFocusByHash } from '../../../lib/use-focus-by-hash.js'
import { useText } from '../../../locales/use-text.js'
import { QueryState } from '../../../ui/query-state.js'
import { WorkspacePage } from '../workspace-page.js'
import { openAnswersQuery, placeOfOpen, type OpenDocument as Open } from './open-answers.js'
import { OpenDocument } from './open-document.js'
import { OpenOfSide } from './open-of-side.js'
import { OpenSummary } from './open-summary.js'

/** Where the work stands: what nobody has answered yet, and whose answer it is. */
export function OpenAnswersPage() {
  const { t } = useText()
  return <WorkspacePage title={t('openAnswers.title')}>{(workspace) => <OpenAnswersOf workspace={workspace} />}</WorkspacePage>
}

function OpenAnswersOf({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const query = useQuery(openAnswersQuery(workspace.id))
  const sides = SIDES.filter((side) => workspace.seats.some((seat) => seat.side === side))
  return (
    <QueryState query={query} waitingFor={t('openAnswers.loading')}>
      {({ documents }) => {
        // Whoever may read none of them is not told that nothing is open.
        if (documents.length === 0) return <p className="muted">{t('openAnswers.nothingToRead')}</p>
        const open = documents.filter(({ answered, total }) => answered < total)
        return (
          <>
            <p className="lead prose">{t('openAnswers.lead')}</p>
            <OpenSummary {...{ workspace, sides }} documents={open} />
            <OpenForAll workspace={workspace} documents={open.filter(({ side }) => side === null)} />
            {sides.map((side) => (
              <OpenOfSide key={side} workspace={workspace} side={side} documents={open.filter((document) => document.side === side)} />
            ))}
          </>
        )
      }}
    </QueryState>
  )
}

function OpenForAll({ workspace, documents }: { readonly workspace: WorkspaceView; readonly documents: readonly Open[] }) {
  const { t } = useText()
  const heading = useFocusByHash(placeOfOpen('all'))
  return (
    <section className="stack" aria-labelledby={placeOfOpen('all')}>
      <h2 id={placeOfOpen('all')} ref={heading} tabIndex={-1}>
        {t('openAnswers.all')}
      </h2>
      {documents.length === 0 && <p className="muted">{t('openAnswers.nothing')}</p>}
      <ul className="stack open-documents">
        {documents.map((document) => (
          <OpenDocument key={document.id} workspace={workspace} document={document} />
        ))}
      </ul>
    </section>
  )
}
