import { useId } from 'react'
import type { Choice } from './select-field.js'

interface ChoiceGroupProps {
  readonly label: string
  readonly hint?: string | undefined
  /** One of the choices (radio buttons) or any number of them (check boxes). */
  readonly kind: 'one' | 'many'
  readonly choices: readonly ExplainedChoice[]
  readonly chosen: readonly string[]
  readonly isReadOnly?: boolean
  /** What a reader sees where nothing is chosen. */
  readonly whenEmpty?: string
  /** What is wrong with the choice, as a sentence. */
  readonly error?: string | undefined
  readonly onChange: (chosen: readonly string[]) => void
}

interface ExplainedChoice extends Choice<string> {
  readonly hint?: string | undefined
}

export function ChoiceGroup({
  label,
  hint,
  kind,
  choices,
  chosen,
  isReadOnly = false,
  whenEmpty = '–',
  error,
  onChange
}: ChoiceGroupProps) {
  const id = useId()
  if (isReadOnly) {
    const said = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.label)
    return (
      <div className="field">
        <span className="field__label">{label}</span>
        <span className="field__said">{said.length > 0 ? said.join('\n') : whenEmpty}</span>
      </div>
    )
  }

  function toggle(value: string, isOn: boolean) {
    if (kind === 'one') onChange([value])
    else onChange(isOn ? [...chosen, value] : chosen.filter((other) => other !== value))
  }

  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((part) => part !== false).join(' ')
  return (
    <fieldset
      className="choices"
      role={kind === 'one' ? 'radiogroup' : undefined}
      data-invalid={error !== undefined || undefined}
      aria-describedby={described || undefined}
    >
      <legend className="field__label">{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      {choices.map((choice) => (
        <div key={choice.value}>
          <label className="check">
            <input
              type={kind === 'one' ? 'radio' : 'checkbox'}
              name={id}
              checked={chosen.includes(choice.value)}
              aria-describedby={choice.hint === undefined ? undefined : `${id}-${choice.value}`}
              onChange={(event) => toggle(choice.value, event.target.checked)}
            />
            {choice.label}
          </label>
          {choice.hint !== undefined && (
            <p id={`${id}-${choice.value}`} className="field__hint check__hint">
              {choice.hint}
            </p>
          )}
        </div>
      ))}
      {error !== undefined && (
        <p id={`${id}-error`} className="field__error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
