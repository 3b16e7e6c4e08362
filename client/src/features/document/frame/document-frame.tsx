import { useMemo, useState, type ReactNode } from 'react'
import type { Editor } from '@tiptap/core'
import type { CloseName, DocumentView } from '@roundtable/shared/protocol'
import { LAYOUTS } from '@roundtable/shared/document'
import { useLiveDocument, type LiveDocument, type LiveState, type SaveState } from '../../../connection/index.js'
import { readStored, writeStored } from '../../../lib/stored.js'
import { useChunk } from '../../../lib/chunk.js'
import { useText } from '../../../locales/use-text.js'
import { DraftKeeperContext } from '../../../ui/draft-keeper.js'
import { Page } from '../../../ui/page.js'
import { PartMissing } from '../../../ui/part-missing.js'
import { Waiting } from '../../../ui/waiting.js'
import { WhoDecides } from '../../workspace/index.js'
import { useConfirmedView } from '../document.js'
import { OpenDocumentContext } from '../open-document.js'
import { GuideContext, GuideDesk } from '../places/guide.js'
import { WritersContext } from '../together/writers.js'
import { toolsChunk } from '../together/fetched-tools.js'
import { TemplateLine } from '../template/template-line.js'
import { WithGuidance } from '../template/with-guidance.js'
import { DeskContext } from '../rich-text/desk.js'
import { editorChunk } from '../rich-text/fetched-editor.js'
import { ClosedBanner } from './closed-banner.js'
import { CopyBanner } from './copy-banner.js'
import { DocumentBreadcrumb } from './document-breadcrumb.js'
import { KeptBanner } from './kept-banner.js'
import { LastSaved } from './last-saved.js'
import { RecoveredPanel } from './recovered-panel.js'
import { RightLine } from './right-line.js'
import { SavePill } from './save-pill.js'
import { TunnelLine } from './tunnel-line.js'
import { MOST_CARETS } from './present-user.js'
import { usePresentPeople } from './use-present-people.js'
import { useSpokenState } from './use-spoken-state.js'

interface DocumentFrameProps {
  readonly view: DocumentView
  readonly width?: 'column' | 'wide'
  readonly children: ReactNode
}

/** An open document: its header, who decides, who is here, what has become of what was typed, and its body. */
export function DocumentFrame({ view, width = 'column', children }: DocumentFrameProps) {
  const { t } = useText()
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
        <Waiting>{t('document.syncing')}</Waiting>
      )}
    </Page>
  )
}

/** Whoever may not read any more sees nothing of the document from then on, not even its name; their own unconfirmed words stay in the panel. */
function isShut(closed: CloseName | null): boolean {
  return closed === 'signedOut' || closed === 'notAllowed' || closed === 'notFound'
}

interface OpenedProps {
  readonly view: DocumentView
  readonly live: LiveDocument
  readonly state: LiveState
  readonly children: ReactNode
}

function Opened({ view, live, state, children }: OpenedProps) {
  const { t } = useText()
  const { doc, drafts } = live
  const [active, setActive] = useState<Editor | null>(null)
  const [showsCarets, setShowsCarets] = useState(() => readStored('carets') !== 'off')
  const [writers, setWriters] = useState<ReadonlyMap<string, number>>(() => new Map())
  const present = usePresentPeople(live.awareness)
  const canEdit = state.right === 'edit' && state.closed === null
  const isRich = LAYOUTS[view.kind].richText
  // With the document, not with its first text: on a phone a clause may be opened when the network is gone.
  const { value: editor, isMissing, isFetching } = useChunk(editorChunk, isRich && canEdit)
  const { value: Tools } = useChunk(toolsChunk)
  const saveState: SaveState = state.closed === null ? state.saveState : { kind: 'read_only', because: state.because }
  const open = useMemo(() => ({ view, live, doc, canEdit }), [view, live, doc, canEdit])
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
              <div className="document__bar no-print">
                <div className="row row--apart document__state">
                  <SavePill state={saveState} />
                  {Tools ? (
                    <Tools {...{ state, present, showsCarets }} hasCarets={isRich} onShowCarets={showCarets} onWriters={setWriters} />
                  ) : (
                    <div className="document__tools" />
                  )}
                </div>
                {isRich && canEdit && !isMissing && (editor ? <editor.FormatBar /> : <div className="format-bar" />)}
              </div>
              {isRich && canEdit && isMissing && (
                <PartMissing sentence={t('document.editorMissing')} isFetching={isFetching} onRetry={editorChunk.load} />
              )}
              <TunnelLine />
              {canEdit && <CopyBanner live={live} state={state} />}
              {state.right === 'view' && <RightLine because={state.because} />}
              <TemplateLine documentId={view.id} kind={view.kind} canEdit={canEdit} />
              {state.synced || doc.store.clients.size > 0 ? (
                <DraftKeeperContext value={drafts}>
                  <div key={state.generation} className="document__body">
                    <WritersContext value={writers}>
                      <WithGuidance documentId={view.id}>{children}</WithGuidance>
                    </WritersContext>
                  </div>
                </DraftKeeperContext>
              ) : (
                <LastSaved
                  {...{ view, live }}
                  waitingFor={t(saveState.kind === 'reconnecting' ? 'document.offLineEmpty' : 'document.syncing')}
                >
                  {children}
                </LastSaved>
              )}
            </div>
          )}
        </DeskContext>
      </GuideContext>
    </OpenDocumentContext>
  )
}
