import { useId } from 'react'

export interface Choice<V extends string> {
  readonly value: V
  readonly label: string
}

interface SelectFieldProps<V extends string> {
  readonly label: string
  readonly choices: readonly Choice<V>[]
  readonly value: V | ''
  /** What stands there while nothing is chosen. */
  readonly placeholder: string
  readonly hint?: string | undefined
  /** What is wrong with the choice, as a sentence. */
  readonly error?: string | undefined
  readonly isReadOnly?: boolean
  readonly onChange: (value: V | '') => void
}

/**
 * The platform's own select: on phones it opens the picker people know, and it weighs nothing.
 * Read only, it becomes plain text, since a disabled select cannot be reached by keyboard.
 */
export function SelectField<V extends string>({
  label,
  choices,
  value,
  placeholder,
  hint,
  error,
  isReadOnly,
  onChange
}: SelectFieldProps<V>) {
  const id = useId()
  if (isReadOnly) {
    return (
      <div className="field">
        <span className="field__label">{label}</span>
        <span>{choices.find((choice) => choice.value === value)?.label ?? placeholder}</span>
      </div>
    )
  }
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((part) => part !== false).join(' ')
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="field__hint">
          {hint}
        </span>
      )}
      <select
        id={id}
        className="field__input"
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error !== undefined || undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value)
          onChange(chosen?.value ?? '')
        }}
      >
        <option value="">{placeholder}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <span id={`${id}-error`} className="field__error">
          {error}
        </span>
      )}
    </div>
  )
}
