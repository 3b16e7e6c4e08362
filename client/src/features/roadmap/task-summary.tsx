import type { Task } from '@roundtable/shared/document'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'

/** A closed task in one line of facts. */
export function TaskSummary({ task }: { readonly task: Task }) {
  const { t } = useText()
  const { day } = useFormat()
  const { schedule, leadSide, stage, keyArea } = task
  const facts = [
    leadSide && t('task.leads', { side: t(`sideTitle.${leadSide}`) }),
    schedule.start && t('task.from', { day: day(new Date(`${schedule.start}T00:00:00`)) }),
    schedule.due && t('task.until', { day: day(new Date(`${schedule.due}T00:00:00`)) }),
    stage && t(`stage.${stage}`),
    keyArea && t(`keyArea.${keyArea}`)
  ].filter((fact) => typeof fact === 'string')
  if (facts.length === 0) return <p className="caption muted">{t('task.noFacts')}</p>
  return (
    <ul className="task__facts caption muted">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  )
}
