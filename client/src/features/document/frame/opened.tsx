import { useMemo, useState, type ReactNode } from 'react'
import type { Editor } from '@tiptap/core'
import { LAYOUTS } from '@roundtable/shared/document'
import type { CloseName, DocumentView } from '@roundtable/shared/protocol'
import type { LiveDocument, LiveState, SaveState } from '../../../connection/index.js'
import { readStored, writeStored } from '../../../lib/stored.js'
import { useText } from '../../../locales/use-text.js'
import { DraftKeeperContext } from '../../../ui/draft-keeper.js'
import { OpenDocumentContext } from '../open-document.js'
import { GuideContext, GuideDesk } from '../places/guide.js'
import { DeskContext } from '../rich-text/desk.js'
import { TemplateLine } from '../template/template-line.js'
import { WithGuidance } from '../template/with-guidance.js'
import { WritersContext } from '../together/writers.js'
import { ClosedBanner } from './closed-banner.js'
import { CopyBanner } from './copy-banner.js'
import { DocumentBar } from './document-bar.js'
import { MOST_CARETS } from './present-user.js'
import { RecoveredPanel } from './recovered-panel.js'
import { RightLine } from './right-line.js'
import { TunnelLine } from './tunnel-line.js'
import { usePresentPeople } from './use-present-people.js'
import { useSpokenState } from './use-spoken-state.js'
import { WaitingForText } from './waiting-for-text.js'

/** Whoever may not read any more sees nothing of the document from then on, not even its name; their own unconfirmed words stay in the panel. */
export function isShut(closed: CloseName | null): boolean {
  return closed === 'signedOut' || closed === 'notAllowed' || closed === 'notFound'
}

interface OpenedProps {
  readonly view: DocumentView
  readonly live: LiveDocument
  readonly state: LiveState
  readonly children: ReactNode
}

/** A document once it is open: what its parts need of it, what has become of it, and its body. */
export function Opened({ view, live, state, children }: OpenedProps) {
  const { t } = useText()
  const { doc, drafts } = live
  const [active, setActive] = useState<Editor | null>(null)
  const [showsCarets, setShowsCarets] = useState(() => readStored('carets') !== 'off')
  const [writers, setWriters] = useState<ReadonlyMap<string, number>>(() => new Map())
  const present = usePresentPeople(live.awareness)
  const canEdit = state.right === 'edit' && state.closed === null
  const saveState: SaveState = state.closed === null ? state.saveState : { kind: 'read_only', because: state.because }
  const isSynced = state.synced && !state.held
  const open = useMemo(() => ({ view, live, doc, canEdit, isSynced }), [view, live, doc, canEdit, isSynced])
  const [guide] = useState(() => new GuideDesk())
  const desk = useMemo(() => ({ active, setActive }), [active])
  useSpokenState(saveState)

  function showCarets(shown: boolean) {
    writeStored('carets', shown ? 'on' : 'off')
    setShowsCarets(shown)
  }

  return (
    <OpenDocumentContext value={open}>
      <GuideContext value={guide}>
        <DeskContext value={desk}>
          {state.closed !== null && <ClosedBanner closed={state.closed} />}
          <RecoveredPanel
            recovered={state.recovered}
            title={isShut(state.closed) ? t('closed.title') : view.title}
            onDismiss={(id) => live.dismissRecovered(id)}
          />
          {isShut(state.closed) ? null : (
            <div className="document" data-carets={showsCarets && present.length <= MOST_CARETS ? 'on' : 'off'}>
              <DocumentBar
                {...{ state, saveState, present, showsCarets }}
                hasTexts={LAYOUTS[view.kind].richText}
                onShowCarets={showCarets}
                onWriters={setWriters}
              />
              <TunnelLine />
              {canEdit && <CopyBanner live={live} state={state} />}
              {state.right === 'view' && <RightLine because={state.because} />}
              {state.synced || doc.store.clients.size > 0 ? (
                <DraftKeeperContext value={drafts}>
                  <div key={state.generation} className="document__body">
                    <WritersContext value={writers}>
                      <WithGuidance documentId={view.id}>{children}</WithGuidance>
                    </WritersContext>
                  </div>
                </DraftKeeperContext>
              ) : (
                <WaitingForText
                  {...{ view, live }}
                  waitingFor={t(saveState.kind === 'reconnecting' ? 'opened.offLineEmpty' : 'opened.syncing')}
                >
                  {children}
                </WaitingForText>
              )}
              <TemplateLine documentId={view.id} kind={view.kind} canEdit={canEdit} />
            </div>
          )}
        </DeskContext>
      </GuideContext>
    </OpenDocumentContext>
  )
}
