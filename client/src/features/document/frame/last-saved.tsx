import { useQuery } from '@tanstack/react-query'
import { applyLogged } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import * as Y from 'yjs'
import type { LiveDocument } from '../../../connection/index.js'
import { request } from '../../../lib/request.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Waiting } from '../../../ui/waiting.js'
import { documentKey } from '../document.js'
import { OpenDocumentContext } from '../open-document.js'

/** A line that has brought nothing by then may bring nothing for long (milliseconds). */
const PATIENCE_MS = 5000

interface LastSavedProps {
  readonly view: DocumentView
  readonly live: LiveDocument
  readonly waitingFor: string
  readonly children: ReactNode
}

/**
 * In the place of a text that has not come over the line: at first that it is fetched, and after a while what the server has
 * stored of it, to read. Whoever shows it shows the text itself as soon as that comes.
 */
export function LastSaved({ view, live, waitingFor, children }: LastSavedProps) {
  const { t } = useText()
  const { moment } = useFormat()
  const isLate = useIsLate()
  const { data, dataUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: [...documentKey(view.id), 'text'],
    queryFn: () => request('getDocumentText', { id: view.id }),
    enabled: isLate,
    gcTime: 0
  })
  const doc = useMemo(() => data && docOf(data.updates), [data])
  const open = useMemo(() => doc && { view, live, doc, canEdit: false, isSynced: true }, [view, live, doc])
  if (!open) return <Waiting>{waitingFor}</Waiting>

  function tryAgain() {
    live.tryAgain()
    void refetch()
  }

  return (
    <>
      <Banner tone="caution" role="status" icon="offline">
        <p>{t('document.lastSaved', { at: moment(new Date(dataUpdatedAt)) })}</p>
        <div className="row no-print">
          <Button isPending={isFetching} onPress={tryAgain}>
            {t('query.again')}
          </Button>
        </div>
      </Banner>
      <OpenDocumentContext value={open}>
        <div key={dataUpdatedAt} className="document__body">
          {children}
        </div>
      </OpenDocumentContext>
    </>
  )
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLate
}

function docOf(updates: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  applyLogged(
    doc,
    updates.map((update) => Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)))
  )
  return doc
}
