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
  // What stands in one field and waits for the other; "" takes a day back.
  const [waiting, setWaiting] = useState<Schedule>({})

  function commit(change: Schedule): string | null {
    const wanted = { ...task.schedule, ...waiting, ...change }
    const next: Schedule = { ...(wanted.start ? { start: wanted.start } : {}), ...(wanted.due ? { due: wanted.due } : {}) }
    const isBackwards = next.start !== undefined && next.due !== undefined && next.due < next.start
    const refusal = isBackwards ? t('task.dueBeforeStart') : refusalOf(() => setSchedule(doc, task.id, next)) && t('task.dayRefused')
    setWaiting(refusal === null ? {} : { ...waiting, ...change })
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
