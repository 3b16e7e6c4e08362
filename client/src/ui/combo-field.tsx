import { useContext, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox, ComboBoxStateContext, useFilter } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { useText } from '../locales/use-text.js'
import { useAnnounce } from './announcer.js'
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
 * going to the list; Enter takes the only one that fits, too. While it is typed nothing is chosen, for one name may be the
 * beginning of another. Words that are no choice stay, and it is said that they are none.
 */
export function ComboField(props: ComboFieldProps) {
  const { label, hint, error, choices, value, showAll, nothingFits, onChange } = props
  const [unclear, setUnclear] = useState<string>()
  const said = unclear ?? error
  return (
    <ComboBox
      className="field"
      defaultItems={choices}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      onInputChange={() => setUnclear(undefined)}
      isInvalid={said !== undefined}
      validationBehavior="aria"
      allowsCustomValue
      allowsEmptyCollection
    >
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <span className="combo">
        <SearchInput {...props} onUnclear={setUnclear} />
        <Button className="button button--icon button--quiet" aria-label={showAll}>
          <Icon name="down" />
        </Button>
      </span>
      <FieldError className="field__error">{said}</FieldError>
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

function SearchInput(props: ComboFieldProps & { readonly onUnclear: (why: string) => void }) {
  const { choices, value, nothingFits, autoFocus = false, meaningOf, onChange, onUnclear } = props
  const { t } = useText()
  const announce = useAnnounce()
  const { contains } = useFilter({ sensitivity: 'base' })
  const state = useContext(ComboBoxStateContext)
  const [isTyping, setTyping] = useState(false)
  const words = state?.inputValue.trim() ?? ''
  const isChosen = choices.some((choice) => choice.value === value && choice.label === words)

  /** Reads what was typed; false where there is nothing to read. */
  function take(byEnter: boolean): boolean {
    if (words === '' || isChosen) return false
    const named = choices.find((choice) => choice.label.toLocaleLowerCase() === words.toLocaleLowerCase())
    const fitting = choices.filter((choice) => contains(choice.label, words))
    const only = byEnter && fitting.length === 1 ? fitting[0] : undefined
    const meant = named?.value ?? meaningOf?.(words) ?? only?.value
    if (meant === undefined) {
      const why = fitting.length === 0 ? nothingFits : t('form.chooseOne')
      onUnclear(why)
      announce(why)
    } else if (byEnter && meant === value) state?.revert()
    else onChange(meant)
    return true
  }

  return (
    <Input
      className="field__input"
      dir="auto"
      autoFocus={autoFocus}
      // The browser's own undo is for words that are nowhere else yet.
      data-draft={isTyping && words !== '' && !isChosen ? '' : undefined}
      onInput={() => setTyping(true)}
      onKeyDownCapture={(event) => {
        // With an option in the list under the keys, Enter is that option's.
        if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant') || !take(true)) return
        event.preventDefault()
        event.stopPropagation()
      }}
      onKeyDown={(event) => {
        // The first Escape is the list's, and not the dialog's around it.
        if (event.key === 'Escape' && state?.isOpen) event.stopPropagation()
      }}
      onBlur={() => {
        setTyping(false)
        take(false)
      }}
    />
  )
}
