import { useText } from '../../../locales/use-text.js'
import { IconButton } from '../../../ui/icon-button.js'
import { Menu, MenuItem } from '../../../ui/menu.js'

/** An entry as its list names it. */
export interface ListedEntry {
  readonly id: string
  /** What people call it; empty while it has no name yet. */
  readonly name: string
}

export interface EntryHandlesProps {
  readonly name: string
  readonly index: number
  readonly entries: readonly ListedEntry[]
  /** Puts the entry after another one, or first with null. */
  readonly onMove: (after: string | null) => void
  readonly onRemove: () => void
}

/** Up, down, move to a named place, take out: every way of ordering without dragging. */
export function EntryHandles({ name, index, entries, onMove, onRemove }: EntryHandlesProps) {
  const { t } = useText()
  const after = entries[index + 1]
  return (
    <div className="entry__handles no-print">
      <IconButton
        icon="up"
        label={t('entry.up', { name })}
        isDisabled={index === 0}
        onPress={() => onMove(entries[index - 2]?.id ?? null)}
      />
      <IconButton icon="down" label={t('entry.down', { name })} isDisabled={!after} onPress={() => after && onMove(after.id)} />
      <Menu label={t('entry.moreNamed', { name })} icon="more" look="quiet">
        {index > 0 && <MenuItem onAction={() => onMove(null)}>{t('entry.moveFirst')}</MenuItem>}
        {entries.map((other, place) =>
          place === index || place === index - 1 ? null : (
            <MenuItem key={other.id} onAction={() => onMove(other.id)}>
              {t('entry.moveAfter', { number: place + 1, name: other.name })}
            </MenuItem>
          )
        )}
        <MenuItem onAction={onRemove}>{t('entry.removeEllipsis')}</MenuItem>
      </Menu>
    </div>
  )
}
