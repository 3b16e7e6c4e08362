import { useId, type KeyboardEvent } from 'react'
import { MeanwhileLine } from './meanwhile-line.js'
import { useDraft } from './use-draft.js'

interface CommittedFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly type?: 'text' | 'number' | 'date'
  readonly rows?: number
  readonly maxLength?: number
  readonly isReadOnly: boolean
  /** What a reader sees instead of an empty field. */
  readonly whenEmpty?: string
  /** What is typed as it would be stored, where that is not letter for letter. */
  readonly asStored?: (typed: string) => string
  /** Takes the value, or answers why it cannot, in words for its writer. */
  readonly onCommit: (value: string) => string | null
}

/**
 * A field whose value is one value, replaced as a whole: it is handed over when the person leaves the field or presses
 * Enter, so that nobody else sees half of it. While it is written in, what others set waits, and is said before it
 * is written over. What is refused stays in the field, with the reason beside it.
 */
export function CommittedField({
  label,
  hint,
  value,
  type = 'text',
  rows,
  maxLength,
  isReadOnly,
  whenEmpty = '–',
  asStored,
  onCommit
}: CommittedFieldProps) {
  const id = useId()
  const { shown, refusal, meanwhile, write, commit, insist, giveUp } = useDraft({ label, value, isReadOnly, asStored, onCommit })
  if (isReadOnly) {
    return (
      <div className="field">
        <span className="field__label">{label}</span>
        <span dir="auto" className="field__said">
          {value || whenEmpty}
        </span>
      </div>
    )
  }

  const described = [hint !== undefined && `${id}-hint`, refusal !== null && `${id}-error`, meanwhile !== null && `${id}-meanwhile`]
    .filter((part) => part !== false)
    .join(' ')

  function press(event: KeyboardEvent) {
    // In a browser's own field of a day they would count it up and down.
    if (type === 'date' && event.altKey && event.key.startsWith('Arrow')) event.preventDefault()
    // A key that is held down is one wish.
    if (event.key === 'Enter' && rows === undefined && !event.nativeEvent.isComposing && !event.repeat) insist()
    if (event.key !== 'Escape' || meanwhile === null) return
    event.stopPropagation()
    giveUp()
  }

  const shared = {
    id,
    className: 'field__input',
    value: shown,
    maxLength,
    'aria-describedby': described || undefined,
    'aria-invalid': refusal !== null || undefined,
    // The browser's own undo is for words that are nowhere else yet.
    'data-draft': shown === value ? undefined : '',
    onKeyDown: press,
    onBlur: () => commit()
  }
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
      {rows === undefined ? (
        <input {...shared} type={type} dir={type === 'text' ? 'auto' : undefined} onChange={(event) => write(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} dir="auto" onChange={(event) => write(event.target.value)} />
      )}
      {refusal !== null && (
        <span id={`${id}-error`} className="field__error" role="alert">
          {refusal}
        </span>
      )}
      {meanwhile !== null && <MeanwhileLine id={`${id}-meanwhile`} {...{ label, insist, giveUp }} became={meanwhile} />}
    </div>
  )
}
