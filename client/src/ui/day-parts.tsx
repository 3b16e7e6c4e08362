import { useRef, type KeyboardEvent } from 'react'
import { useText } from '../locales/use-text.js'

const LONGEST = { year: 4, month: 2, day: 2 } as const
type Part = keyof typeof LONGEST
/** A first digit above this is the whole part. */
const ALONE_ABOVE = { year: Infinity, month: 1, day: 3 } as const

interface DayPartsProps {
  readonly label: string
  readonly value: string
  readonly isDraft: boolean
  readonly isInvalid: boolean
  readonly describedBy: string | undefined
  readonly onChange: (written: string) => void
  readonly onEnter: () => void
  /** Where the key has something to do here. */
  readonly onEscape: (() => void) | undefined
}

/** Day, month and year in the order, and with the signs between them, in which the page writes its dates. */
export function DayParts(props: DayPartsProps) {
  const { label, value, isDraft, isInvalid, describedBy, onChange, onEnter, onEscape } = props
  const { t, formatting } = useText()
  const whole = useRef<HTMLSpanElement>(null)
  const [year = '', month = '', day = ''] = value.split('-')
  const parts: Readonly<Record<Part, string>> = { year, month, day }
  const laidOut = new Intl.DateTimeFormat(formatting, { calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(0)
    .map(({ type, value: sign }) => ({ part: partOf(type), sign }))
  const order = laidOut.flatMap(({ part }) => part ?? [])
  const names = new Intl.DisplayNames(formatting, { type: 'dateTimeField' })
  const focusOn = (at: number) => whole.current?.querySelectorAll('input')[at]?.focus()

  function write(part: Part, typed: string) {
    const at = order.indexOf(part)
    const numbers = westernDigits(typed).match(/\d+/g) ?? []
    // A whole date that is pasted, also as computers write it.
    const filled = numbers.length === 3 && numbers[0]?.length === 4 ? (['year', 'month', 'day'] as const) : order.slice(at)
    const next = { ...parts, [part]: '' }
    filled.slice(0, numbers.length).forEach((one, index) => (next[one] = numbers[index]!.slice(0, LONGEST[one])))
    onChange(order.every((one) => next[one] === '') ? '' : `${next.year}-${next.month}-${next.day}`)
    const isFull = next[part].length === LONGEST[part] || Number(next[part]) > ALONE_ABOVE[part]
    if (numbers.length > 0 && (isFull || /\D$/.test(typed))) focusOn(Math.min(at + numbers.length, 2))
  }

  function press(event: KeyboardEvent, part: Part) {
    // A key that is held down is one wish.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !event.repeat) onEnter()
    if (event.key === 'Escape' && onEscape) {
      event.stopPropagation()
      onEscape()
    }
    if (event.key !== 'Backspace' || parts[part] !== '') return
    event.preventDefault()
    focusOn(order.indexOf(part) - 1)
  }

  return (
    <span className="day-field__day" ref={whole}>
      {laidOut.map(({ part, sign }, index) =>
        part === null ? (
          <span key={index} aria-hidden="true">
            {sign}
          </span>
        ) : (
          <input
            key={part}
            className="day-field__part"
            data-type={part}
            data-draft={isDraft ? '' : undefined}
            aria-label={`${names.of(part) ?? part}, ${label}`}
            aria-invalid={isInvalid || undefined}
            aria-describedby={describedBy}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t(`day.placeholder.${part}`)}
            value={parts[part]}
            onFocus={(event) => event.target.select()}
            onClick={(event) => event.currentTarget.select()}
            onChange={(event) => write(part, event.target.value)}
            onKeyDown={(event) => press(event, part)}
          />
        )
      )}
    </span>
  )
}

function partOf(type: string): Part | null {
  return type === 'year' || type === 'month' || type === 'day' ? type : null
}

/** Arabic digits, eastern ones as well: the last four bits of their codes are their numbers. */
function westernDigits(typed: string): string {
  return typed.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
}
