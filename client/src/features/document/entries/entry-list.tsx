import { useRef, useState, type ReactNode } from 'react'
import type { LinkName } from '../../../lib/entry-address.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { EntryCard } from './entry-card.js'
import type { ListedEntry } from './entry-handles.js'
import { headingOf, useFocusOnEntry } from './focus-on-entry.js'
import { useFocusOnArrival, useLeaveLink, useLinkedEntry } from './linked-entry.js'
import { neighbourOf } from './neighbour.js'
import { RemoveDialog } from './remove-dialog.js'

interface EntryListProps<E extends ListedEntry> {
  readonly entries: readonly E[]
  readonly canEdit: boolean
  /** What the address of one entry is called by. */
  readonly link: LinkName
  /** Where the list stands under a heading of its own, its entries' headings are a level below it. */
  readonly level?: 3 | 4
  /** Words of this list: what one entry is called by its number, and what the buttons say. */
  readonly words: { readonly numbered: (number: number) => string; readonly add: string; readonly empty: string }
  /** Adds an entry and answers its id; left out where entries are added elsewhere. */
  readonly onAdd?: () => string
  readonly onMove: (id: string, after: string | null) => void
  readonly onRemove: (id: string) => void
  readonly children: (entry: E, index: number) => ReactNode
}

/**
 * An ordered list whose entries people add, move and take out, each by a button or a menu. The focus follows what was
 * added or moved, and after a removal goes to what stands in its place.
 */
export function EntryList<E extends ListedEntry>({
  entries,
  canEdit,
  link,
  level = 3,
  words,
  onAdd,
  onMove,
  onRemove,
  children
}: EntryListProps<E>) {
  const { t } = useText()
  const announce = useAnnounce()
  const list = useRef<HTMLDivElement>(null)
  const focusOn = useFocusOnEntry(list)
  const [leaving, setLeaving] = useState<E | null>(null)
  const nameOf = (entry: E) => entry.name || words.numbered(entries.indexOf(entry) + 1)

  const linked = useLinkedEntry(link)
  const leave = useLeaveLink(link)
  useFocusOnArrival(
    () => headingOf(list.current, linked),
    entries.some(({ id }) => id === linked)
  )

  function move(entry: E, after: string | null) {
    onMove(entry.id, after)
    const others = entries.filter((other) => other.id !== entry.id)
    const place = after === null ? 1 : others.findIndex((other) => other.id === after) + 2
    announce(t('entry.moved', { name: nameOf(entry), place, total: entries.length }))
    focusOn(entry.id)
  }

  function remove(entry: E) {
    focusOn(neighbourOf(entries, entry.id))
    announce(t('entry.removed', { name: nameOf(entry) }))
    leave([entry.id])
    onRemove(entry.id)
    setLeaving(null)
  }

  return (
    <div ref={list} className="stack">
      {entries.length === 0 && <p className="muted">{words.empty}</p>}
      <ol className="entries">
        {entries.map((entry, index) => (
          <li key={entry.id} data-entry={entry.id}>
            <EntryCard
              heading={words.numbered(index + 1)}
              level={level}
              id={entry.id}
              link={link}
              name={nameOf(entry)}
              index={index}
              entries={entries}
              canEdit={canEdit}
              onMove={(after) => move(entry, after)}
              onRemove={() => setLeaving(entry)}
            >
              {children(entry, index)}
            </EntryCard>
          </li>
        ))}
      </ol>
      {canEdit && onAdd && (
        <div className="row no-print">
          <Button icon="plus" onPress={() => focusOn(onAdd())}>
            {words.add}
          </Button>
        </div>
      )}
      <RemoveDialog name={leaving && nameOf(leaving)} onRemove={() => leaving && remove(leaving)} onClose={() => setLeaving(null)} />
    </div>
  )
}
