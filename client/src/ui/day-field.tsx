import { parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
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
  readonly onChange: (day: string) => void
  /** The field is left, or its calendar closes: what stands there is meant. */
  readonly onDone: () => void
}

/** A day, typed part by part in the order of the language, or chosen in a calendar. */
export function DayField({ label, error, value, onChange, onDone }: DayFieldProps) {
  return (
    <DatePicker
      className="field day-field"
      value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? parseDate(value) : null}
      onChange={(day) => onChange(day?.toString() ?? '')}
      onBlur={onDone}
      onOpenChange={(isOpen) => !isOpen && onDone()}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="field__label">{label}</Label>
      <Group className="field__input day-field__group">
        <DateInput className="day-field__day">{(segment) => <DateSegment segment={segment} className="day-field__part" />}</DateInput>
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
