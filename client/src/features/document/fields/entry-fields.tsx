import { isTooEarly, rowsOf, setField, type CellValue, type FieldDefinition, type Fields, type ListKind } from '@roundtable/shared/document'
import { useText } from '../../../locales/use-text.js'
import { useOpenDocument } from '../open-document.js'
import { placeKey } from '../places/place.js'
import { CellInput } from './cell-input.js'
import { RowsInput } from './rows-input.js'

interface EntryFieldsProps {
  readonly kind: ListKind
  readonly id: string
  readonly definitions: readonly FieldDefinition[]
  readonly fields: Fields
  /** The first words of the fields' catalogue keys, such as `clause.C04`. */
  readonly labels: string
}

/** The typed answers of one entry: a clause, a question, an objective, a task. */
export function EntryFields({ kind, id, definitions, fields, labels }: EntryFieldsProps) {
  const { doc, canEdit } = useOpenDocument()
  const { sentence } = useText()
  const isAsked = (field: FieldDefinition) =>
    field.type === 'rows' || !field.when || fields[field.name] !== undefined || fields[field.when.field] === field.when.is
  return definitions.filter(isAsked).map((field) => (
    <div key={field.name} data-place={placeKey({ entry: id, part: 'fields', field: field.name })}>
      {field.type === 'rows' ? (
        <RowsInput
          kind={kind}
          id={id}
          field={field}
          labelKey={`${labels}.${field.name}`}
          rows={rowsOf(fields, field.name)}
          isReadOnly={!canEdit}
        />
      ) : (
        <CellInput
          field={field}
          labelKey={`${labels}.${field.name}`}
          value={fields[field.name] as CellValue | undefined}
          isReadOnly={!canEdit}
          problem={isTooEarly(field, fields) ? sentence(`${labels}.${field.name}.early`, 'field.early') : undefined}
          onAnswer={(value) => setField(doc, kind, id, field.name, value)}
        />
      )}
    </div>
  ))
}
