import { setField, type Clause, type FieldDefinition, type FieldValue } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { CommittedField } from '../../ui/committed-field.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { SelectField } from '../../ui/select-field.js'
import { refusalOf, useOpenDocument } from '../document/index.js'
import { shownValue, typedValue } from './field-value.js'
import { useFormat } from '../../locales/use-format.js'

interface FieldInputProps {
  readonly clause: Clause
  readonly field: FieldDefinition
}

/** One answer of a clause, in the form its type asks for. A value that cannot be one is refused beside the field. */
export function FieldInput({ clause, field }: FieldInputProps) {
  const { t, sentence } = useText()
  const { day, country } = useFormat()
  const { doc, canEdit } = useOpenDocument()
  const key = `clause.${clause.code}.${field.name}`
  const name = sentence(key, 'clause.unknownField', { name: field.name })
  const label = field.required ? t('clause.required', { name }) : name
  const value = clause.fields[field.name]

  const answer = (next: FieldValue | null) =>
    refusalOf(() => setField(doc, clause.id, field.name, next)) && t(`clause.refused.${field.type}`)

  const option = (code: string) => ({ value: code, label: sentence(`${key}.${code}`, 'clause.unknownOption', { code }) })
  if (field.type === 'enumeration' && !field.many) {
    return (
      <SelectField
        label={label}
        placeholder={t('clause.notAnswered')}
        choices={field.options.map(option)}
        value={typeof value === 'string' ? value : ''}
        isReadOnly={!canEdit}
        onChange={(chosen) => answer(chosen || null)}
      />
    )
  }
  if (field.type === 'enumeration') {
    const chosen = Array.isArray(value) ? value.map(String) : []
    return (
      <ChoiceGroup
        label={label}
        kind="many"
        choices={field.options.map(option)}
        chosen={chosen}
        isReadOnly={!canEdit}
        whenEmpty={t('clause.notAnswered')}
        onChange={(next) => answer(next.length > 0 ? next : null)}
      />
    )
  }
  if (field.type === 'boolean') {
    return (
      <ChoiceGroup
        label={label}
        kind="one"
        choices={[
          { value: 'yes', label: t('clause.yes') },
          { value: 'no', label: t('clause.no') }
        ]}
        chosen={value === undefined ? [] : [value === true ? 'yes' : 'no']}
        isReadOnly={!canEdit}
        whenEmpty={t('clause.notAnswered')}
        onChange={([chosen]) => answer(chosen === undefined ? null : chosen === 'yes')}
      />
    )
  }
  return (
    <CommittedField
      label={label}
      hint={
        field.type === 'number'
          ? t('clause.hint.number', { from: field.from, to: field.to })
          : HINTED.has(field.type)
            ? t(`clause.hint.${field.type as 'list' | 'countries'}`)
            : undefined
      }
      type={field.type === 'date' || field.type === 'number' ? field.type : 'text'}
      {...(field.type === 'list' || field.type === 'text' ? { rows: field.type === 'list' ? 3 : 2 } : {})}
      value={shownValue(field, value, canEdit ? null : { day, country })}
      isReadOnly={!canEdit}
      whenEmpty={t('clause.notAnswered')}
      onCommit={(typed) => answer(typedValue(field, typed))}
    />
  )
}

const HINTED: ReadonlySet<FieldDefinition['type']> = new Set(['list', 'countries'])
