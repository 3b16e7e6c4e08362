import { useId } from 'react'
import type { Choice } from './select-field.js'

interface ChoiceGroupProps {
  readonly label: string
  /** One of the choices (radio buttons) or any number of them (check boxes). */
  readonly kind: 'one' | 'many'
  readonly choices: readonly Choice<string>[]
  readonly chosen: readonly string[]
  readonly isReadOnly: boolean
  readonly whenEmpty: string
  readonly onChange: (chosen: readonly string[]) => void
}

export function ChoiceGroup({ label, kind, choices, chosen, isReadOnly, whenEmpty, onChange }: ChoiceGroupProps) {
  const name = useId()
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

  return (
    <fieldset className="choices">
      <legend className="field__label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input
            type={kind === 'one' ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
