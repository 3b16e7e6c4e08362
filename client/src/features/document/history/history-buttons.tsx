import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { isMacKeyboard } from '../../../lib/keyboard.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { IconButton } from '../../../ui/icon-button.js'
import { useOpenDocument } from '../open-document.js'
import { useGuide } from '../places/guide.js'
import { bringIntoView, whenOnPage } from '../places/on-page.js'
import { besideFocus } from './beside-focus.js'
import { historyOf } from './own-history.js'
import { listenForUndo, type HistoryAct } from './undo-keys.js'
import { useTakenBack } from './use-taken-back.js'

/** Undo and redo of one's own changes in the whole document; what was taken back is said and brought into view. */
export function HistoryButtons() {
  const { t } = useText()
  const announce = useAnnounce()
  const guide = useGuide()
  const take = useTakenBack()
  const { doc, live, view, canEdit } = useOpenDocument()
  const history = historyOf(doc, view.kind)
  const { canUndo, canRedo } = useSyncExternalStore(history.subscribe, history.getSnapshot)

  function act(which: HistoryAct) {
    if (!canEdit) return
    const leadBeside = besideFocus()
    const done = take(which, () => {
      // What others wrote in what would be taken back has to be here to be spared.
      live.release()
      return which === 'undo' ? history.undo() : history.redo()
    })
    leadBeside()
    announce(done ? done.sentence : t(`history.nothing.${which}`))
    if (done?.place) {
      guide.open(done.place)
      whenOnPage(done.place, show)
    }
  }

  const heard = useEffectEvent(act)
  useEffect(() => {
    const within = document.querySelector<HTMLElement>('.document')
    return within ? listenForUndo(within, (which) => heard(which)) : undefined
  }, [])

  if (!canEdit) return null
  const mod = isMacKeyboard() ? 'Meta' : 'Control'
  return (
    // Never disabled: a button that a person has just pressed would lose the focus with its last step.
    <span className="undo-redo" data-undo={canUndo ? 'some' : 'none'} data-redo={canRedo ? 'some' : 'none'}>
      <IconButton icon="undo" label={t('history.undoLabel')} aria-keyshortcuts={`${mod}+Z`} onPress={() => act('undo')} />
      <IconButton icon="redo" label={t('history.redoLabel')} aria-keyshortcuts={`${mod}+Shift+Z`} onPress={() => act('redo')} />
    </span>
  )
}

/** The focus stays where it is; where its element went with what was taken back, it goes to what stands there. */
function show(element: HTMLElement): void {
  bringIntoView(element)
  const { activeElement } = document
  if (activeElement !== null && activeElement !== document.body) return
  const target = element.querySelector<HTMLElement>('[contenteditable="true"], textarea, input, select, [tabindex="-1"]')
  target?.focus({ preventScroll: true })
}
