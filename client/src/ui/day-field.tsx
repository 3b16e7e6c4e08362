import { useId, useRef, useState, type FocusEvent } from 'react'
import { parseDate } from '@internationalized/date'
import { Button } from 'react-aria-components/Button'
import { Calendar, CalendarCell, CalendarGrid } from 'react-aria-components/Calendar'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Popover } from 'react-aria-components/Popover'
import { wholeDay } from '../lib/days.js'
import { useText } from '../locales/use-text.js'
import { DayParts } from './day-parts.js'
import { Icon } from './icon.js'
import { MeanwhileLine } from './meanwhile-line.js'
import './day-field.css'

interface DayFieldProps {
  readonly label: string
  readonly error?: string | undefined
  /** As it is written so far: a day as `2027-06-30`, its parts as far as they are there (`2027-6-`), empty where there is none. */
  readonly value: string
  /** It is nowhere else yet. */
  readonly isDraft?: boolean
  /** The day that came to be stored while this one was written, as it is read; empty where there is none any more. */
  readonly became?: string | undefined
  readonly insist?: () => void
  readonly giveUp?: () => void
  readonly onChange: (written: string) => void
  /** The field is left; or, with `isMeant`, a day is chosen or Enter pressed. */
  readonly onDone: (written: string, isMeant: boolean) => void
}

/**
 * A day, typed part by part in the order in which the page writes its dates, or chosen in a calendar. Nothing that is typed is
 * made into something else: whether it is a day, `useWholeDay` says when it is handed over.
 */
export function DayField(props: DayFieldProps) {
  const { label, error, value, isDraft = false, became, insist, giveUp, onChange, onDone } = props
  const { t, formatting } = useText()
  const id = useId()
  const errorId = error === undefined ? undefined : `${id}-error`
  const isOvertaken = became !== undefined && insist !== undefined && giveUp !== undefined
  const describedBy = isOvertaken ? [errorId, `${id}-meanwhile`].filter((part) => part !== undefined).join(' ') : errorId
  const group = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const written = wholeDay(value)

  function leave({ relatedTarget }: FocusEvent) {
    if (!isOpen && !(relatedTarget instanceof Node && group.current?.contains(relatedTarget))) onDone(value, false)
  }

  function choose(day: string, close: () => void) {
    onChange(day)
    onDone(day, true)
    close()
  }

  return (
    <div className="field day-field">
      <span id={id} className="field__label">
        {label}
      </span>
      <div
        ref={group}
        role="group"
        aria-labelledby={id}
        aria-describedby={describedBy}
        className="field__input day-field__group"
        data-invalid={error === undefined ? undefined : ''}
        onBlur={leave}
      >
        <DayParts
          {...{ label, value, isDraft, describedBy, onChange }}
          isInvalid={error !== undefined}
          onEnter={() => onDone(value, true)}
          onEscape={isOvertaken ? giveUp : undefined}
        />
        <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
          <Button aria-label={t('day.calendar', { label })} className="button button--icon button--quiet">
            <Icon name="calendar" />
          </Button>
          <Popover className="popover" containerPadding={4}>
            <Dialog aria-label={t('day.calendar', { label })} className="day-field__calendar">
              {({ close }) => (
                <I18nProvider locale={formatting}>
                  <Calendar
                    aria-label={label}
                    value={'day' in written && written.day !== '' ? parseDate(written.day) : null}
                    onChange={(day) => choose(day.toString(), close)}
                  >
                    <div className="row row--apart">
                      <Button slot="previous" className="button button--icon button--quiet">
                        <Icon name="previous" />
                      </Button>
                      <Heading className="day-field__month" />
                      <Button slot="next" className="button button--icon button--quiet">
                        <Icon name="next" />
                      </Button>
                    </div>
                    <CalendarGrid>{(date) => <CalendarCell date={date} className="day-field__cell" />}</CalendarGrid>
                  </Calendar>
                </I18nProvider>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      </div>
      {error !== undefined && (
        <span id={errorId} className="field__error" role="alert">
          {error}
        </span>
      )}
      {isOvertaken && <MeanwhileLine id={`${id}-meanwhile`} {...{ label, became, insist, giveUp }} />}
    </div>
  )
}
