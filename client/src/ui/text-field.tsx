import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField'

interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with the value, as a sentence. */
  readonly error?: string | undefined
  /** Names and phrases are typed as they are: a phone must not begin them with a capital. */
  readonly autoCapitalize?: 'none'
  /** Several lines of words; it grows with what is written. */
  readonly rows?: number
}

export function TextField({ label, hint, error, autoCapitalize, rows, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} validationBehavior="aria" className="field">
      <Label className="field__label">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="field__hint">
          {hint}
        </Text>
      )}
      {rows === undefined ? (
        <Input className="field__input" autoCapitalize={autoCapitalize} dir={rest.type === undefined ? 'auto' : undefined} />
      ) : (
        <TextArea className="field__input" rows={rows} dir="auto" />
      )}
      <FieldError className="field__error">{error}</FieldError>
    </AriaTextField>
  )
}
