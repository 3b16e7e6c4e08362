import { useQuery } from '@tanstack/react-query'
import { applyLogged } from '@roundtable/shared/document'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useMemo, type ReactNode } from 'react'
import * as Y from 'yjs'
import type { LiveDocument } from '../../../connection/index.js'
import { request } from '../../../lib/request.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { documentKey } from '../document.js'
import { OpenDocumentContext } from '../open-document.js'

interface LastSavedProps {
  readonly view: DocumentView
  readonly live: LiveDocument
  /** What stands there until that is here. */
  readonly waiting: ReactNode
  readonly children: ReactNode
}

/** What the server has stored of a text that does not come over the line, to read. */
export function LastSaved({ view, live, waiting, children }: LastSavedProps) {
  const { t } = useText()
  const { moment } = useFormat()
  const { data, dataUpdatedAt, isFetching, refetch } = useQuery({
    queryKey: [...documentKey(view.id), 'text'],
    queryFn: () => request('getDocumentText', { id: view.id }),
    gcTime: 0
  })
  const doc = useMemo(() => data && docOf(data.updates), [data])
  const open = useMemo(() => doc && { view, live, doc, canEdit: false, isSynced: true }, [view, live, doc])
  if (!open) return waiting

  function tryAgain() {
    live.tryAgain()
    void refetch()
  }

  return (
    <>
      <Banner tone="caution" role="status" icon="offline">
        <p>{t('opened.lastSaved', { at: moment(new Date(dataUpdatedAt)) })}</p>
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

function docOf(updates: readonly string[]): Y.Doc {
  const doc = new Y.Doc()
  applyLogged(
    doc,
    updates.map((update) => Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)))
  )
  return doc
}
