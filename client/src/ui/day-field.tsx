import { useContext } from 'react'
import { parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateFieldStateContext, DateInput, DateSegment, type DateSegmentProps } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Label } from 'react-aria-components/Label'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from './icon.js'
import './day-field.css'

interface DayFieldProps {
  readonly label: string
  readonly error?: string | undefined
  /** A day as `2027-06-30`; empty where there is none. */
  readonly value: string
  /** It is nowhere else yet. */
  readonly isDraft?: boolean
  readonly onChange: (day: string) => void
  /** The field is left, or its calendar closes: what stands there is meant. */
  readonly onDone: () => void
}

/** A day, typed part by part in the order of the language, or chosen in a calendar. */
export function DayField({ label, error, value, isDraft = false, onChange, onDone }: DayFieldProps) {
  return (
    <DatePicker
      className="field day-field"
      data-draft={isDraft ? '' : undefined}
      value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null}
      onChange={(day) => onChange(day?.toString() ?? '')}
      onBlur={onDone}
      onOpenChange={(isOpen) => !isOpen && onDone()}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      <Group className="field__input day-field__group">
        <DateInput className="day-field__day">{(segment) => <DayPart segment={segment} />}</DateInput>
        <Button className="button button--icon button--quiet">
          <Icon name="down" />
        </Button>
      </Group>
      <FieldError className="field__error">{error}</FieldError>
      <Popover className="popover">
        <Dialog className="day-field__calendar">
          <Calendar>
            <div className="row row--apart">
              <Button slot="previous" className="button button--icon button--quiet">
                <Icon name="back" />
              </Button>
              <Heading className="day-field__month" />
              <Button slot="next" className="button button--icon button--quiet">
                <Icon name="next" />
              </Button>
            </div>
            <CalendarGrid>{(day) => <CalendarCell date={day} className="day-field__cell" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

const PARTS = ['year', 'month', 'day'] as const

/** A part of the day. What is typed of it counts as a draft from the first part on: a day is handed over when it is whole. */
function DayPart({ segment }: Pick<DateSegmentProps, 'segment'>) {
  const state = useContext(DateFieldStateContext)
  const isTyped = state?.segments.some(({ type, value }) => {
    const part = PARTS.find((one) => one === type)
    return part !== undefined && (value ?? null) !== (state.value?.[part] ?? null)
  })
  return <DateSegment segment={segment} className="day-field__part" data-draft={isTyped ? '' : undefined} />
}
