import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string
  readonly hint?: string
  /** What is wrong with the value, as a sentence. */
  readonly error?: string | undefined
  /** Names and phrases are typed as they are: a phone must not begin them with a capital. */
  readonly autoCapitalize?: 'none'
}

export function TextField({ label, hint, error, autoCapitalize, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} validationBehavior="aria" className="field">
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      <Input className="field__input" autoCapitalize={autoCapitalize} />
      <FieldError className="field__error">{error}</FieldError>
    </AriaTextField>
  )
}
