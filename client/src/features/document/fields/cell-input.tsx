import type { CellDefinition, CellValue } from '@roundtable/shared/document'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { CommittedField } from '../../../ui/committed-field.js'
import { SelectField } from '../../../ui/select-field.js'
import { refusalOf } from '../refusal.js'
import { CountriesInput } from './countries-input.js'
import { DayInput } from './day-input.js'
import { TargetsInput } from './targets-input.js'
import { fieldLabel, optionKey } from './field-words.js'
import { shownValue, typedValue } from './field-value.js'

interface CellInputProps {
  readonly field: CellDefinition
  /** The catalogue key of the field's name. */
  readonly labelKey: string
  readonly value: CellValue | undefined
  readonly isReadOnly: boolean
  /** A column of a table: words are short there. */
  readonly isShort?: boolean
  /** What is wrong with the answer that is stored, in words. */
  readonly problem?: string | undefined
  /** Stores the answer, or takes it back with null; throws what it refuses. */
  readonly onAnswer: (value: CellValue | null) => void
}

/** One answer, in the form its type asks for. A value that cannot be one is refused beside the field. */
export function CellInput({ field, labelKey, value, isReadOnly, isShort = false, problem, onAnswer }: CellInputProps) {
  const text = useText()
  const { t, sentence } = text
  const { day, country, list } = useFormat()
  const label = fieldLabel(field, labelKey, text)
  const answer = (next: CellValue | null) => refusalOf(() => onAnswer(next)) && t(`field.refused.${field.type}`)

  if (field.type === 'enumeration') {
    const choices = field.options.map((code) => ({
      value: code,
      label: sentence(optionKey(labelKey, field, code), 'field.unknownOption', { code })
    }))
    if (!field.many) {
      return (
        <SelectField
          label={label}
          placeholder={t('field.notAnswered')}
          choices={choices}
          value={typeof value === 'string' ? value : ''}
          isReadOnly={isReadOnly}
          onChange={(chosen) => answer(chosen || null)}
        />
      )
    }
    return (
      <ChoiceGroup
        label={label}
        kind="many"
        choices={choices}
        chosen={Array.isArray(value) ? value.map(String) : []}
        isReadOnly={isReadOnly}
        whenEmpty={t('field.notAnswered')}
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
          { value: 'yes', label: t('field.yes') },
          { value: 'no', label: t('field.no') }
        ]}
        chosen={value === undefined ? [] : [value === true ? 'yes' : 'no']}
        isReadOnly={isReadOnly}
        whenEmpty={t('field.notAnswered')}
        onChange={([chosen]) => answer(chosen === undefined ? null : chosen === 'yes')}
      />
    )
  }
  if (field.type === 'targets') {
    const chosen = Array.isArray(value) ? value.map(String) : []
    return <TargetsInput label={label} chosen={chosen} isReadOnly={isReadOnly} onAnswer={answer} />
  }
  if (field.type === 'countries' && !isReadOnly)
    return <CountriesInput label={label} chosen={Array.isArray(value) ? value.map(String) : []} onAnswer={answer} />
  if (field.type === 'date')
    return (
      <DayInput
        label={label}
        value={shownValue(field, value, null)}
        said={shownValue(field, value, { day, country, list })}
        problem={problem}
        isReadOnly={isReadOnly}
        whenEmpty={t('field.notAnswered')}
        onCommit={(typed) => answer(typedValue(field, typed))}
      />
    )
  const isLong = field.type === 'list' || (field.type === 'text' && !isShort)
  return (
    <CommittedField
      label={label}
      hint={hintOf(field, t)}
      type={field.type === 'number' ? 'number' : 'text'}
      {...(isLong ? { rows: field.type === 'list' ? 3 : 2 } : {})}
      value={shownValue(field, value, isReadOnly ? { day, country, list } : null)}
      isReadOnly={isReadOnly}
      whenEmpty={t('field.notAnswered')}
      asStored={(typed) => shownValue(field, typedValue(field, typed) ?? undefined, null)}
      onCommit={(typed) => answer(typedValue(field, typed))}
    />
  )
}

function hintOf(field: CellDefinition, t: ReturnType<typeof useText>['t']): string | undefined {
  if (field.type === 'number') return t('field.hint.number', { from: field.from, to: field.to })
  if (field.type === 'list') return t('field.hint.list')
  return undefined
}
