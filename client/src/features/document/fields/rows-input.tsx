import { addRow, isRowAnswered, removeRow, setCell, type ListKind, type Row, type RowsDefinition } from '@roundtable/shared/document'
import { useEffect, useId, useRef, useState } from 'react'
import { randomId } from '../../../lib/random-id.js'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { usePrinted } from '../../../lib/use-printed.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { RemoveDialog } from '../entries/remove-dialog.js'
import { useOpenDocument } from '../open-document.js'
import { fieldLabel, rowName } from './field-words.js'
import { RowGroup } from './row-group.js'

interface RowsInputProps {
  readonly kind: ListKind
  readonly id: string
  readonly field: RowsDefinition
  readonly labelKey: string
  readonly rows: readonly Row[]
  readonly isReadOnly: boolean
}

/** A table, one group of fields a row: on a phone a wide table would scroll sideways. A row that is answered is folded to a line. */
export function RowsInput({ kind, id, field, labelKey, rows, isReadOnly }: RowsInputProps) {
  const text = useText()
  const { t, sentence } = text
  const isPrinted = usePrinted()
  const { doc } = useOpenDocument()
  const announce = useAnnounce()
  const titleId = useId()
  const [leaving, setLeaving] = useState<string | null>(null)
  const [added, setAdded] = useState<string | null>(null)
  const addedRow = useRef<HTMLFieldSetElement>(null)
  // Whoever adds a row wants to write in it: its first field takes the focus once it is there.
  useEffect(() => {
    if (added !== null) addedRow.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [added])
  const whole = useRef<HTMLElement>(null)
  /** At the button of the row that stands in a removed one's place; after the last row that is the one that adds. */
  const focusOn = useFocusAfter(
    (at: number) => whole.current?.querySelectorAll<HTMLElement>('.rows__remove button, .rows__last button')[at]
  )
  const label = fieldLabel(field, labelKey, text)
  const nameOf = (row: Row, index: number) => rowName(field, row, index, t)
  // What is not answered stands open, and stays so while it is written in.
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const unseen = rows.filter((row) => !opened.has(row.id) && !isRowAnswered(field, row))
  if (unseen.length > 0) setOpened(new Set([...opened, ...unseen.map((row) => row.id)]))
  const left = rows.findIndex((row) => row.id === leaving)

  function remove() {
    const row = rows[left]
    if (row) {
      removeRow(doc, kind, id, field.name, row.id)
      announce(t('entry.removed', { name: nameOf(row, left) }))
      focusOn(left)
    }
    setLeaving(null)
  }

  function toggle(row: string) {
    const next = new Set(opened)
    if (!next.delete(row)) next.add(row)
    setOpened(next)
  }

  const adding = () => (
    <div className="row no-print">
      <Button icon="plus" onPress={() => setAdded(addRow(doc, kind, id, field.name, { newId: randomId }))}>
        {sentence(`${labelKey}.add`, 'field.addRow')}
        <span className="visually-hidden"> {label}</span>
      </Button>
    </div>
  )
  return (
    <section ref={whole} className="rows stack stack--tight" aria-labelledby={titleId}>
      <h4 id={titleId} className="field__label">
        {label}
      </h4>
      {rows.length === 0 && <p className="muted">{t('field.notAnswered')}</p>}
      {!isReadOnly && rows.length > 1 && adding()}
      {rows.map((row, index) => (
        <RowGroup
          key={row.id}
          ref={row.id === added ? addedRow : null}
          {...{ field, labelKey, row, isReadOnly }}
          name={nameOf(row, index)}
          isOpen={isReadOnly || isPrinted || opened.has(row.id)}
          onToggle={isRowAnswered(field, row) ? () => toggle(row.id) : null}
          onAnswer={(cell, value) => setCell(doc, kind, id, { field: field.name, row: row.id, cell }, value)}
          onRemove={() => setLeaving(row.id)}
        />
      ))}
      {!isReadOnly && <div className="rows__last">{adding()}</div>}
      <RemoveDialog name={left < 0 ? null : nameOf(rows[left]!, left)} onRemove={remove} onClose={() => setLeaving(null)} />
    </section>
  )
}
