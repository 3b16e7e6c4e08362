import { addRow, removeRow, setCell, type ListKind, type Row, type RowsDefinition } from '@roundtable/shared/document'
import { useEffect, useId, useRef, useState } from 'react'
import { randomId } from '../../../lib/random-id.js'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { RemoveDialog } from '../entries/remove-dialog.js'
import { useOpenDocument } from '../open-document.js'
import { CellInput } from './cell-input.js'
import { fieldLabel } from './field-words.js'

interface RowsInputProps {
  readonly kind: ListKind
  readonly id: string
  readonly field: RowsDefinition
  readonly labelKey: string
  readonly rows: readonly Row[]
  readonly isReadOnly: boolean
}

/** A table, one group of fields a row: on a phone a wide table would scroll sideways. */
export function RowsInput({ kind, id, field, labelKey, rows, isReadOnly }: RowsInputProps) {
  const text = useText()
  const { t } = text
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
    (at: number) => whole.current?.querySelectorAll<HTMLElement>('.rows__row > .row button, .rows > .row button')[at]
  )
  const label = fieldLabel(field, labelKey, text)
  const nameOf = (row: Row, index: number) => {
    const first = row.cells[field.cells[0]?.name ?? '']
    return typeof first === 'string' && first !== '' ? first : t('field.row', { number: index + 1 })
  }
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

  return (
    <section ref={whole} className="rows stack stack--tight" aria-labelledby={titleId}>
      <h4 id={titleId} className="field__label">
        {label}
      </h4>
      {rows.length === 0 && <p className="muted">{t('field.notAnswered')}</p>}
      {rows.map((row, index) => (
        <fieldset key={row.id} ref={row.id === added ? addedRow : null} className="rows__row stack stack--tight">
          <legend className="rows__name">
            <bdi>{nameOf(row, index)}</bdi>
          </legend>
          {field.cells.map((cell) => (
            <CellInput
              key={cell.name}
              field={cell}
              labelKey={`${labelKey}.${cell.name}`}
              value={row.cells[cell.name]}
              isReadOnly={isReadOnly}
              isShort
              onAnswer={(value) => setCell(doc, kind, id, { field: field.name, row: row.id, cell: cell.name }, value)}
            />
          ))}
          {!isReadOnly && (
            <div className="row no-print">
              <Button look="link" onPress={() => setLeaving(row.id)}>
                {t('field.removeRow', { name: nameOf(row, index) })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {!isReadOnly && (
        <div className="row no-print">
          <Button icon="plus" onPress={() => setAdded(addRow(doc, kind, id, field.name, { newId: randomId }))}>
            {t('field.addRow')}
            <span className="visually-hidden"> {label}</span>
          </Button>
        </div>
      )}
      <RemoveDialog name={left < 0 ? null : nameOf(rows[left]!, left)} onRemove={remove} onClose={() => setLeaving(null)} />
    </section>
  )
}
