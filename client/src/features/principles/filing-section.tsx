import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrinciplesView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Link } from '../../ui/link.js'
import { QueryState } from '../../ui/query-state.js'
import { useEntries, useOpenDocument } from '../document/index.js'
import { principlesQuery, WhyNot } from '../workspace/index.js'
import { FileDialog } from './file-dialog.js'
import { missingOf } from './filings.js'
import { WhoHasFiled } from './who-has-filed.js'

/** Below a side's answers: who has filed, filing one's own, and the way to all sides' answers beside each other. */
export function FilingSection() {
  const { t } = useText()
  const { view: document } = useOpenDocument()
  const query = useQuery(principlesQuery(document.workspaceId))
  return (
    <section className="section stack" aria-labelledby="filing-title">
      <h2 id="filing-title">{t('filing.title')}</h2>
      <QueryState query={query} waitingFor={t('filing.loading')}>
        {(view) => (
          <>
            <WhoHasFiled view={view} />
            {document.side === document.mySeat.side && <FileOurs view={view} />}
          </>
        )}
      </QueryState>
      <p>
        <Link to={`/initiatives/${document.workspaceId}/principles`} look="alone">
          {t('filing.sideBySide')}
        </Link>
      </p>
    </section>
  )
}

function FileOurs({ view }: { readonly view: PrinciplesView }) {
  const { t } = useText()
  const { doc, view: document } = useOpenDocument()
  const content = useEntries(doc, 'principles')
  const [asks, setAsks] = useState(false)
  const missing = missingOf(content)
  const { side } = document
  if (!view.mayFile.allowed) return <WhyNot cannot={t('filing.cannot')} because={view.mayFile.because} />
  if (side === null) return null
  if (missing.length > 0)
    return (
      <div className="stack stack--tight">
        <p>{t('filing.missing', { count: missing.length })}</p>
        <ul className="plain-list">
          {missing.map((code) => (
            <li key={code}>
              <Link to={`?question=${code}`}>
                {t('principles.heading', { number: Number(code.slice(1)), name: t(`principleName.${code}`) })}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <div>
      <Button look="primary" onPress={() => setAsks(true)}>
        {t('filing.fileOurs')}
      </Button>
      {asks && (
        <FileDialog
          workspaceId={document.workspaceId}
          documentId={document.id}
          side={side}
          content={content}
          onClose={() => setAsks(false)}
        />
      )}
    </div>
  )
}
