import { useMemo, useSyncExternalStore } from 'react'
import { entriesOf, readDocument, type ContentOf, type ListKind } from '@roundtable/shared/document'
import * as Y from 'yjs'

/** What is typed inside the entries shows in their names and states after this pause (milliseconds). */
const AFTER_TYPING = 700

/**
 * A list kind's content, live: its entries, their order and their values at once. Typing inside an entry's texts does
 * not render the list at every letter; the fields bound to those texts show it themselves, and the list follows at a pause.
 */
export function useEntries<Kind extends ListKind>(doc: Y.Doc, kind: Kind): ContentOf[Kind] {
  const store = useMemo(() => entriesStore(doc, kind), [doc, kind])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}

function entriesStore<Kind extends ListKind>(doc: Y.Doc, kind: Kind) {
  let content: ContentOf[Kind] | null = null
  return {
    getSnapshot: () => (content ??= readDocument(kind, doc)),
    subscribe: (listener: () => void) => {
      const entries = entriesOf(doc, kind)
      let pause: ReturnType<typeof setTimeout> | undefined
      const refresh = () => {
        clearTimeout(pause)
        content = null
        listener()
      }
      const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
        clearTimeout(pause)
        if (events.some((event) => event.target instanceof Y.Map)) refresh()
        else pause = setTimeout(refresh, AFTER_TYPING)
      }
      entries.observeDeep(observe)
      content = null
      return () => {
        clearTimeout(pause)
        entries.unobserveDeep(observe)
      }
    }
  }
}
