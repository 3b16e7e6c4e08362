import { useState } from 'react'
import { setSchedule, type Schedule, type Task } from '@roundtable/shared/document'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { CommittedField } from '../../ui/committed-field.js'
import { useOpenDocument } from '../document/index.js'

/** Start and due day. They are one value: a due day before the start is refused here, before anybody else sees it. */
export function ScheduleFields({ task }: { readonly task: Task }) {
  const { t } = useText()
  const { day } = useFormat()
  const { doc, canEdit } = useOpenDocument()
  const [refused, setRefused] = useState<Schedule | null>(null)
  const shown = refused ?? task.schedule

  function commit(change: { start?: string; due?: string }) {
    const wanted = { ...shown, ...change }
    const next: Schedule = { ...(wanted.start ? { start: wanted.start } : {}), ...(wanted.due ? { due: wanted.due } : {}) }
    const isBackwards = next.start !== undefined && next.due !== undefined && next.due < next.start
    setRefused(isBackwards ? next : null)
    if (!isBackwards) setSchedule(doc, task.id, next)
  }

  const field = (name: 'start' | 'due') => {
    const value = shown[name] ?? ''
    return (
      <CommittedField
        label={t(`task.${name}`)}
        type="date"
        value={canEdit || value === '' ? value : day(new Date(`${value}T00:00:00`))}
        isReadOnly={!canEdit}
        error={refused && name === 'due' ? t('task.dueBeforeStart') : undefined}
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
