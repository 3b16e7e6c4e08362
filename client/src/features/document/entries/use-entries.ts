import { useMemo, useSyncExternalStore } from 'react'
import { entriesOf, readDocument, type ContentOf, type ListKind } from '@roundtable/shared/document'
import * as Y from 'yjs'

/** What is typed inside the entries shows in their names and states after this pause (milliseconds). */
const AFTER_TYPING = 700

/**
 * A list kind's content, live: its entries, their order and their values at once. Typing inside an entry's texts does
 * not render the list at every letter; the fields bound to those texts show it themselves, and the list follows at a pause.
 * An entry is the same object for as long as nothing in it changes.
 */
export function useEntries<Kind extends ListKind>(doc: Y.Doc, kind: Kind): ContentOf[Kind] {
  const store = useMemo(() => entriesStore(doc, kind), [doc, kind])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}

function entriesStore<Kind extends ListKind>(doc: Y.Doc, kind: Kind) {
  let content: ContentOf[Kind] | null = null
  let before: ContentOf[Kind] | null = null
  /** What was there when it was read without anybody listening: between that and listening something may change. */
  let seen: Y.Snapshot | null = null
  let isHeard = false
  const changed = new Set<string>()
  const read = () => {
    if (!isHeard) seen = Y.snapshot(doc)
    const now = readDocument(kind, doc)
    before = before ? withSameEntries(before, now, changed) : now
    changed.clear()
    return before
  }
  return {
    getSnapshot: () => (content ??= read()),
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
        for (const event of events)
          for (const id of event.target === entries ? event.keys.keys() : event.path.slice(0, 1)) changed.add(String(id))
        if (events.some((event) => event.target instanceof Y.Map)) refresh()
        else pause = setTimeout(refresh, AFTER_TYPING)
      }
      entries.observeDeep(observe)
      if (!seen || !Y.equalSnapshots(seen, Y.snapshot(doc))) content = before = null
      isHeard = true
      return () => {
        isHeard = false
        seen = null
        clearTimeout(pause)
        entries.unobserveDeep(observe)
      }
    }
  }
}

const isList = (value: unknown): value is readonly { readonly id: string }[] => Array.isArray(value)

/** The content with every entry as the object it was, save for those that changed: who shows one can tell that it is the same. */
function withSameEntries<Content extends object>(before: Content, now: Content, changed: ReadonlySet<string>): Content {
  const known = new Map(
    Object.values(before)
      .filter(isList)
      .flatMap((list) => list.map((entry) => [entry.id, entry]))
  )
  const asBefore = (value: unknown) =>
    isList(value) ? value.map((entry) => (changed.has(entry.id) ? entry : (known.get(entry.id) ?? entry))) : value
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, asBefore(value)])) as Content
}
