import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { Icon } from './icon.js'
import type { Choice } from './select-field.js'

interface ComboFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly choices: readonly Choice<string>[]
  readonly value: string
  /** The name of the button that shows the whole list. */
  readonly showAll: string
  /** What the list says when nothing fits what was typed. */
  readonly nothingFits: string
  readonly onChange: (value: string) => void
}

/** A long list that is searched by typing. Whoever types a name whole has chosen it, without going to the list. */
export function ComboField({ label, hint, error, choices, value, showAll, nothingFits, onChange }: ComboFieldProps) {
  function typed(words: string) {
    const name = words.trim().toLocaleLowerCase()
    const meant = choices.find((choice) => choice.label.toLocaleLowerCase() === name)
    if (meant && meant.value !== value) onChange(meant.value)
  }

  return (
    <ComboBox
      className="field"
      defaultItems={choices}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      onInputChange={typed}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
    >
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <span className="combo">
        <Input className="field__input" dir="auto" />
        <Button className="button button--icon button--quiet" aria-label={showAll}>
          <Icon name="down" />
        </Button>
      </span>
      <FieldError className="field__error">{error}</FieldError>
      <Popover className="popover">
        <ListBox<Choice<string>> className="menu" renderEmptyState={() => <p className="menu__header">{nothingFits}</p>}>
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className="menu__item">
              {choice.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
