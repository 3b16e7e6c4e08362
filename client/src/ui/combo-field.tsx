import { useRef, useState } from 'react'
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
  readonly autoFocus?: boolean
  /** What typed words mean that are no name in full, such as a code. */
  readonly meaningOf?: (words: string) => string | undefined
  readonly onChange: (value: string) => void
}

/**
 * A long list that is searched by typing. Whoever types a name whole and presses Enter or goes on has chosen it, without
 * going to the list; while it is typed nothing is chosen, for one name may be the beginning of another.
 */
export function ComboField(props: ComboFieldProps) {
  const { label, hint, error, choices, value, showAll, nothingFits, autoFocus = false, meaningOf, onChange } = props
  const typed = useRef('')
  const [isDraft, setDraft] = useState(false)

  function type(words: string) {
    typed.current = words
    setDraft(words !== '')
  }

  function take() {
    const words = typed.current.trim()
    type('')
    if (words === '') return
    const named = choices.find((choice) => choice.label.toLocaleLowerCase() === words.toLocaleLowerCase())
    const meant = named?.value ?? meaningOf?.(words)
    if (meant !== undefined && meant !== value) onChange(meant)
  }

  return (
    <ComboBox
      className="field"
      defaultItems={choices}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => {
        type('')
        onChange(key === null ? '' : String(key))
      }}
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
        <Input
          className="field__input"
          dir="auto"
          autoFocus={autoFocus}
          // The browser's own undo is for words that are nowhere else yet.
          data-draft={isDraft ? '' : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDownCapture={(event) => {
            // With an option in the list under the keys, Enter is that option's.
            if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) take()
          }}
          onBlur={take}
        />
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
