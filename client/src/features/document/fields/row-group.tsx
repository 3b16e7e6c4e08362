import type { CellValue, Row, RowsDefinition } from '@roundtable/shared/document'
import type { Ref } from 'react'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { answerWords } from './answer-words.js'
import { CellInput } from './cell-input.js'

interface RowGroupProps {
  readonly field: RowsDefinition
  readonly labelKey: string
  readonly row: Row
  readonly name: string
  readonly isReadOnly: boolean
  /** All of it, or one line that says it. */
  readonly isOpen: boolean
  /** Null where it cannot be folded. */
  readonly onToggle: (() => void) | null
  readonly onAnswer: (cell: string, value: CellValue | null) => void
  readonly onRemove: () => void
  readonly ref: Ref<HTMLFieldSetElement>
}

/** One row of a table: its answers to write, or folded to a line. */
export function RowGroup({ field, labelKey, row, name, isReadOnly, isOpen, onToggle, onAnswer, onRemove, ref }: RowGroupProps) {
  const text = useText()
  const format = useFormat()
  const { t } = text
  const said = () =>
    field.cells
      .slice(1)
      .filter((cell) => row.cells[cell.name] !== undefined)
      .map((cell) => answerWords(cell, `${labelKey}.${cell.name}`, row.cells[cell.name], { ...text, ...format }).replaceAll('\n', ', '))
  return (
    <fieldset ref={ref} className="rows__row stack stack--tight">
      <legend className="rows__name">
        <bdi>{name}</bdi>
      </legend>
      {!isOpen && <p className="rows__said caption muted">{said().join(' · ')}</p>}
      {isOpen &&
        field.cells.map((cell) => (
          <CellInput
            key={cell.name}
            field={cell}
            labelKey={`${labelKey}.${cell.name}`}
            value={row.cells[cell.name]}
            isReadOnly={isReadOnly}
            isShort
            onAnswer={(value) => onAnswer(cell.name, value)}
          />
        ))}
      {!isReadOnly && (
        <div className="row no-print">
          {onToggle && (
            <Button look="link" aria-expanded={isOpen} onPress={onToggle}>
              {t(isOpen ? 'field.foldRow' : 'field.unfoldRow')}
              <span className="visually-hidden"> {name}</span>
            </Button>
          )}
          <div className="rows__remove">
            <Button look="link" onPress={onRemove}>
              {t('field.removeRow', { name })}
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  )
}
