import { useState } from 'react'
import { setSchedule, type Schedule, type Task } from '@roundtable/shared/document'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { DayInput, refusalOf, useOpenDocument } from '../document/index.js'

/** Start and due day. They are one value: a due day before the start is refused here, before anybody else sees it. */
export function ScheduleFields({ task }: { readonly task: Task }) {
  const { t } = useText()
  const { day } = useFormat()
  const { doc, canEdit } = useOpenDocument()
  // What stands in one field and waits for the other, beside what was stored when it was refused; "" takes a day back.
  const [waiting, setWaiting] = useState<{ readonly days: Schedule; readonly on: Schedule }>({ days: {}, on: {} })

  const isStored = (name: string, on: Schedule) => (['start', 'due'] as const).some((one) => one === name && on[one] === task.schedule[one])

  function commit(change: Schedule): string | null {
    // Where somebody else has set the day since, theirs stands.
    const days = Object.fromEntries(Object.entries(waiting.days).filter(([name]) => isStored(name, waiting.on)))
    const wanted = { ...task.schedule, ...days, ...change }
    const next: Schedule = { ...(wanted.start ? { start: wanted.start } : {}), ...(wanted.due ? { due: wanted.due } : {}) }
    const isBackwards = next.start !== undefined && next.due !== undefined && next.due < next.start
    const refusal = isBackwards ? t('task.dueBeforeStart') : refusalOf(() => setSchedule(doc, task.id, next)) && t('task.dayRefused')
    setWaiting(refusal === null ? { days: {}, on: {} } : { days: { ...days, ...change }, on: task.schedule })
    return refusal
  }

  const field = (name: 'start' | 'due') => {
    const value = task.schedule[name] ?? ''
    return (
      <DayInput
        label={t(`task.${name}`)}
        value={value}
        said={value === '' ? '' : day(new Date(`${value}T00:00:00`))}
        isReadOnly={!canEdit}
        whenEmpty={t('field.notAnswered')}
        onCommit={(chosen) => commit({ [name]: chosen })}
      />
    )
  }
  return (
    <div className="task__codes">
      {field('start')}
      {field('due')}
    </div>
  )
}
