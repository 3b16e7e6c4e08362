import type { DocumentKind } from '@roundtable/shared/framework'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'react-router'
import { useWaitingCount } from '../features/my-work/index.js'
import { useText } from '../locales/use-text.js'
import { Icon } from '../ui/icon.js'
import { RAIL, type RailEntry } from './rail-entries.js'

/** The way to the main pages: at the page's side, on a phone a bar above it. */
export function Rail() {
  const { t, formatting } = useText()
  const { pathname } = useLocation()
  const kind = useOpenKind(pathname)
  const waiting = useWaitingCount() ?? 0
  return (
    <nav aria-label={t('shell.navigation')} className="shell__nav rail no-print">
      <ul className="rail__list">
        {RAIL.map((entry) => (
          <li key={entry.to}>
            <Link to={entry.to} className="rail__link" aria-current={currentAt(pathname, kind, entry)}>
              <Icon name={entry.icon} />
              <span>{t(entry.name)}</span>
              {entry.to === '/my-work' && waiting > 0 && (
                <span className="rail__count">
                  <span aria-hidden="true">{new Intl.NumberFormat(formatting).format(waiting)}</span>
                  <span className="visually-hidden">{t('shell.waiting', { n: waiting })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** `page`: this very page; `true`: one below it, or a document that belongs to it. */
function currentAt(
  pathname: string,
  kind: DocumentKind | undefined,
  { to, covers = [], kinds = [] }: RailEntry
): 'page' | 'true' | undefined {
  if (pathname === to) return 'page'
  const isBelow = [`${to}/`, ...covers].some((address) => pathname.startsWith(address))
  return isBelow || (kind !== undefined && kinds.includes(kind)) ? 'true' : undefined
}

/**
 * The kind of the document that is open, once its page has been told. It is looked for where answers are kept, and not asked for
 * under the same key: who asks last says how a question is asked again.
 */
function useOpenKind(pathname: string): DocumentKind | undefined {
  const [, id = ''] = /^\/documents\/([^/]+)/.exec(pathname) ?? []
  const client = useQueryClient()
  const subscribe = useCallback((listener: () => void) => client.getQueryCache().subscribe(listener), [client])
  return useSyncExternalStore(subscribe, () => client.getQueryData<DocumentView>(['document', id])?.kind)
}
