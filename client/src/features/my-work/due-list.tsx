import type { MyWork } from '@roundtable/shared/protocol'
import { shownDay } from '../../lib/days.js'
import { entryAddress } from '../../lib/entry-address.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'
import { Where } from './where.js'
import { titleOf } from './words.js'

/** What one has taken on, by day; where there is none there is no list. */
export function DueList({ work: { due, workspaces } }: { readonly work: MyWork }) {
  const { t } = useText()
  const { day } = useFormat()
  if (due.total === 0) return null
  return (
    <section className="section stack stack--tight" aria-labelledby="due-title">
      <h2 id="due-title">{t('myWork.due', { n: due.total })}</h2>
      <ul className="documents">
        {due.items.map((task) => (
          <li key={`${task.documentId} ${task.taskId}`} className="documents__item">
            <h3 className="documents__title">
              <Link to={entryAddress(task.documentId, 'task', task.taskId)}>
                <bdi>{titleOf(task, t)}</bdi>
              </Link>
            </h3>
            <p className="row caption muted">
              {task.isOverdue && task.dueOn !== null ? (
                <span className="my-work__overdue">
                  <Icon name="attention" />
                  {t('myWork.overdue', { at: day(shownDay(task.dueOn)) })}
                </span>
              ) : (
                <span>{task.dueOn === null ? t('myWork.noDay') : t('myWork.dueOn', { at: day(shownDay(task.dueOn)) })}</span>
              )}
              <Where workspace={workspaces.find(({ id }) => id === task.workspaceId)} />
            </p>
          </li>
        ))}
      </ul>
      {due.items.length < due.total && <p className="caption">{t('myWork.dueCut', { shown: due.items.length, total: due.total })}</p>}
    </section>
  )
}
