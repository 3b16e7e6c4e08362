import { rowsOf, type CellDefinition, type CellValue, type FieldDefinition, type Fields } from '@roundtable/shared/document'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { answerWords } from '../../document/index.js'

interface AnswersAsTextProps {
  readonly code: string
  readonly definitions: readonly FieldDefinition[]
  readonly fields: Fields
}

/** What is answered, each under its name; what is not is left out, save for what is required. */
export function AnswersAsText({ code, definitions, fields }: AnswersAsTextProps) {
  const { sentence } = useText()
  const told = definitions.filter(({ name, required }) => required || fields[name] !== undefined)
  if (told.length === 0) return null
  return (
    <dl className="as-text__answers">
      {told.map((field) => {
        const key = `clause.${code}.${field.name}`
        return (
          <div key={field.name}>
            <dt>{sentence(key, 'field.unknownField', { name: field.name })}</dt>
            {field.type === 'rows' ? (
              <RowsAsText cells={field.cells} labelKey={key} rows={rowsOf(fields, field.name)} />
            ) : (
              <dd>
                <AnswerAsText field={field} labelKey={key} value={fields[field.name] as CellValue | undefined} />
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

interface RowsAsTextProps {
  readonly cells: readonly CellDefinition[]
  readonly labelKey: string
  readonly rows: ReturnType<typeof rowsOf>
}

/** A table as a list: one item a row, each of its answers with its column's name. */
function RowsAsText({ cells, labelKey, rows }: RowsAsTextProps) {
  const { t, sentence } = useText()
  if (rows.length === 0) return <dd>{t('field.notAnswered')}</dd>
  return (
    <dd>
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            {cells
              .filter(({ name }) => row.cells[name] !== undefined)
              .map((cell) => (
                <p key={cell.name}>
                  {sentence(`${labelKey}.${cell.name}`, 'field.unknownField', { name: cell.name })}:{' '}
                  <AnswerAsText field={cell} labelKey={`${labelKey}.${cell.name}`} value={row.cells[cell.name]} isInRow />
                </p>
              ))}
          </li>
        ))}
      </ol>
    </dd>
  )
}

interface AnswerAsTextProps {
  readonly field: CellDefinition
  readonly labelKey: string
  readonly value: CellValue | undefined
  /** Lines of its own would look like the columns that follow. */
  readonly isInRow?: boolean
}

/** Several answers stand a line each; within a row, one after the other. */
function AnswerAsText({ field, labelKey, value, isInRow = false }: AnswerAsTextProps) {
  const text = useText()
  const format = useFormat()
  const lines = answerWords(field, labelKey, value, { ...text, ...format })
  const words = isInRow && typeof value === 'object' ? format.list(lines.split('\n')) : lines
  return (
    <bdi className="as-text__answer" dir="auto">
      {words}
    </bdi>
  )
}
