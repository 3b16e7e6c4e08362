import { useQuery } from '@tanstack/react-query'
import type { MyWork } from '@roundtable/shared/protocol'
import { useRef } from 'react'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { Page } from '../../ui/page.js'
import { QueryState } from '../../ui/query-state.js'
import { DueList } from './due-list.js'
import { myWorkQuery } from './my-work.js'
import { RecentList } from './recent-list.js'
import { WaitingLine } from './waiting-line.js'
import { keyOf } from './words.js'

/** Across all initiatives of whoever is signed in: what waits for them before anything else, what they have taken on, what is new. */
export function MyWorkPage() {
  const { t } = useText()
  const query = useQuery(myWorkQuery())
  return (
    <Page title={t('shell.myWork')}>
      <QueryState query={query} waitingFor={t('myWork.loading')}>
        {(work) => (
          <>
            <WaitingList work={work} asOf={new Date(query.dataUpdatedAt)} />
            {work.isCut && (
              <p>
                {t('myWork.isCut')} <Link to="/initiatives">{t('myWork.initiatives')}</Link>
              </p>
            )}
            <DueList work={work} />
            <RecentList work={work} />
          </>
        )}
      </QueryState>
    </Page>
  )
}

function WaitingList({ work, asOf }: { readonly work: MyWork; readonly asOf: Date }) {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const focusHeading = useFocusAfter(() => heading.current)
  const { waiting, workspaces } = work
  return (
    <section className="stack stack--tight" aria-labelledby="waiting-title">
      <h2 id="waiting-title" ref={heading} tabIndex={-1}>
        {waiting.total === 0 ? t('myWork.nothing') : t('myWork.waiting', { n: waiting.total })}
      </h2>
      {waiting.total > 1 && <p className="caption muted">{t('myWork.order')}</p>}
      {waiting.total === 0 ? (
        <NextSteps work={work} />
      ) : (
        <ul className="documents">
          {waiting.items.map((item) => (
            <WaitingLine
              key={keyOf(item)}
              item={item}
              workspace={workspaces.find(({ id }) => id === item.workspaceId)}
              asOf={asOf}
              onAccepted={focusHeading}
            />
          ))}
        </ul>
      )}
      {waiting.items.length < waiting.total && (
        <p className="caption">{t('myWork.waitingCut', { shown: waiting.items.length, total: waiting.total })}</p>
      )}
    </section>
  )
}

/** Nothing waits: what there is to do all the same. */
function NextSteps({ work: { due, workspaces } }: { readonly work: MyWork }) {
  const { t } = useText()
  const sentence = due.total > 0 ? 'myWork.nextDue' : workspaces.length > 0 ? 'myWork.nextInitiatives' : 'myWork.nextOpen'
  return (
    <div className="stack">
      <p>{t(sentence)}</p>
      <div className="row">
        {workspaces.length > 0 && (
          <Link to="/initiatives" look="secondary">
            {t('myWork.initiatives')}
          </Link>
        )}
        {workspaces.length === 0 && (
          <Link to="/open" look="primary">
            {t('initiatives.open')}
          </Link>
        )}
        <Link to="/join" look="secondary">
          {t('initiatives.code')}
        </Link>
      </div>
    </div>
  )
}
