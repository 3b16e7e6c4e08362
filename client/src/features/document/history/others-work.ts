import * as Y from 'yjs'

/** Deletions and insertions of one step, as Yjs keeps them. */
type Step = Y.UndoManager['undoStack'][number]

/**
 * What undoing a step must leave, because others have gone on from it: a clause that somebody has answered since, a
 * paragraph that somebody writes in, a row that somebody has filled. Undoing takes back one's own; what others made
 * inside of it would go with it.
 *
 * @returns a filter of the items that may go
 */
export function mayGo(doc: Y.Doc, entriesRoot: string | null, steps: readonly Step[], onKept: () => void): (item: Y.Item) => boolean {
  const own = doc.clientID
  const entries = entriesRoot === null ? null : doc.getMap(entriesRoot)
  const known = new Map<Y.Item, boolean>()
  const made = steps.map((step) => onceAsked(() => itemsMadeIn(doc, step))).reverse()

  function holdsOthers(item: Y.Item): boolean {
    let holds = known.get(item)
    if (holds === undefined) {
      holds =
        item.content instanceof Y.ContentType &&
        livingItems(item.content.type).some((child) => child.id.client !== own || holdsOthers(child))
      known.set(item, holds)
    }
    return holds
  }

  /** Made in the same step, so that undoing would take it away as well. */
  function goesWith(item: Y.Item, parent: Y.Item): boolean {
    const going = made.find((items) => items().has(item))
    return going?.().has(parent) ?? false
  }

  function stays(item: Y.Item): boolean {
    if (holdsOthers(item)) return true
    const around = itemsAround(item)
    const entry = around.find(({ parent }) => parent === entries)
    if (entry && goesWith(item, entry) && holdsOthers(entry)) return true
    const [parent] = around
    if (item.parentSub === null || !(item.parent instanceof Y.AbstractType)) return false
    if (parent && goesWith(item, parent) && holdsOthers(parent)) return true
    const { parentSub, parent: fields } = item
    if (isFilledByOthers(fields, parentSub)) return true
    // Of a row that stays, the cells that came with it stay as well.
    const rowKey = parentSub.slice(0, Math.max(0, parentSub.lastIndexOf('/')))
    const row = fields._map.get(rowKey)
    return row !== undefined && goesWith(item, row) && isFilledByOthers(fields, rowKey)
  }

  /** A row of a table is a key of its own, and its cells are keys that begin with it. */
  function isFilledByOthers(fields: Y.AbstractType<unknown>, row: string): boolean {
    return [...fields._map].some(([key, cell]) => key.startsWith(`${row}/`) && !cell.deleted && cell.id.client !== own)
  }

  return (item) => {
    const kept = stays(item)
    if (kept) onKept()
    return !kept
  }
}

function livingItems(type: Y.AbstractType<unknown>): Y.Item[] {
  const items = [...type._map.values()]
  for (let item = type._start; item !== null; item = item.right) items.push(item)
  return items.filter(({ deleted }) => !deleted)
}

/** The items whose types an item stands in, the innermost first. */
function itemsAround(item: Y.Item): Y.Item[] {
  const around: Y.Item[] = []
  for (let { parent } = item; parent instanceof Y.AbstractType && parent._item; parent = parent._item.parent) around.push(parent._item)
  return around
}

/** What a step has put in, as it stands now: what was taken back and done again is another item. */
function itemsMadeIn({ store }: Y.Doc, { insertions }: Step): ReadonlySet<Y.Item> {
  const items = new Set<Y.Item>()
  for (const [client, ranges] of insertions.clients) {
    const structs = store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      for (let index = Y.findIndexSS(structs, clock); index < structs.length && structs[index]!.id.clock < clock + len; index++) {
        const item = latest(store, structs[index])
        if (item) items.add(item)
      }
    }
  }
  return items
}

function latest(store: Y.Doc['store'], struct: unknown): Y.Item | null {
  let item = struct
  while (item instanceof Y.Item && item.redone !== null) item = Y.getItem(store, item.redone)
  return item instanceof Y.Item ? item : null
}

function onceAsked<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
