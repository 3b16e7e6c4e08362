import type { ReactNode } from 'react'
import type { DocumentView } from '@roundtable/shared/protocol'
import { useLiveDocument } from '../../../connection/index.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Page } from '../../../ui/page.js'
import { Waiting } from '../../../ui/waiting.js'
import { WhoDecides } from '../../workspace/index.js'
import { useConfirmedView } from '../document.js'
import { DocumentBreadcrumb } from './document-breadcrumb.js'
import { KeptBanner } from './kept-banner.js'
import { isShut, Opened } from './opened.js'

interface DocumentFrameProps {
  readonly view: DocumentView
  readonly width?: 'column' | 'wide'
  readonly children: ReactNode
}

/** An open document: its header, who decides, who is here, what has become of what was typed, and its body. */
export function DocumentFrame({ view, width = 'column', children }: DocumentFrameProps) {
  const { t } = useText()
  const { day } = useFormat()
  const open = useLiveDocument(view)
  useConfirmedView(view.id, open?.state.synced ?? false)
  const isAway = open !== null && isShut(open.state.closed)
  return (
    <Page
      title={isAway ? t('closed.title') : view.title}
      width={width}
      breadcrumb={isAway ? undefined : <DocumentBreadcrumb view={view} />}
    >
      {!isAway && (
        <div className="stack stack--tight prose">
          <p className="row caption">
            <span className="muted">{t(`documentKind.${view.kind}`)}</span>
            <span className="tag tag--state">{t(`documentState.${view.state}`)}</span>
          </p>
          <p className="caption on-paper">{t('opened.printedOn', { day: day(new Date()) })}</p>
          {view.isKept ? (
            <KeptBanner view={view} doc={open && (open.state.synced || open.live.doc.store.clients.size > 0) ? open.live.doc : null} />
          ) : (
            <WhoDecides decides={view.whoDecides} />
          )}
        </div>
      )}
      {open ? (
        <Opened view={view} live={open.live} state={open.state}>
          {children}
        </Opened>
      ) : (
        <Waiting>{t('opened.syncing')}</Waiting>
      )}
    </Page>
  )
}
