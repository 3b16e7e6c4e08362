import { useId, useState } from 'react'

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
  readonly error?: string | undefined
  readonly onCommit: (value: string) => void
}

/**
 * A field whose value is one value, replaced as a whole: it is handed over when the person leaves the field or presses
 * Enter, so that nobody else sees half of it. While it is written in, what others set waits.
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
  error,
  onCommit
}: CommittedFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
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

  function commit() {
    if (draft !== null && draft !== value) onCommit(draft)
    setDraft(null)
  }

  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter((part) => part !== false).join(' ')
  const shared = {
    id,
    className: 'field__input',
    value: draft ?? value,
    maxLength,
    'aria-describedby': described || undefined,
    'aria-invalid': error !== undefined || undefined,
    onBlur: commit
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
        <input
          {...shared}
          type={type}
          dir={type === 'text' ? 'auto' : undefined}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && commit()}
        />
      ) : (
        <textarea {...shared} rows={rows} dir="auto" onChange={(event) => setDraft(event.target.value)} />
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className="field__error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
