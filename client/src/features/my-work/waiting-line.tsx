import type { Waiting } from '@roundtable/shared/protocol'
import { lastDayBefore, shownDay } from '../../lib/days.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Link } from '../../ui/link.js'
import { AcceptTask } from './accept-task.js'
import { addressOf } from './place.js'
import { Where } from './where.js'
import { agoWords, waitingWords, type Workplace } from './words.js'

interface WaitingLineProps {
  readonly item: Waiting
  readonly workspace: Workplace | undefined
  readonly asOf: Date
  readonly onAccepted: () => void
}

/** One thing that waits: what is asked, of whom, where, since when and until when, with the way to its answer. */
export function WaitingLine({ item, workspace, asOf, onAccepted }: WaitingLineProps) {
  const { t, formatting } = useText()
  const { day } = useFormat()
  const { kind, since, until, task } = item
  const isMandate = kind === 'mandate' || kind === 'mandate_of'
  return (
    <li className="documents__item">
      <h3 className="documents__title">
        <Link to={addressOf(item)}>
          <bdi>{waitingWords(item, t, asOf)}</bdi>
        </Link>
      </h3>
      <p className="row caption muted">
        <Where workspace={workspace} hasSeat />
        {task?.asked && <span>{t('myWork.askedBy', { name: task.asked.by })}</span>}
        {since !== null && <span>{t('myWork.since', { at: day(new Date(since)), ago: agoWords(new Date(since), asOf, formatting) })}</span>}
        {until !== null && !isMandate && <span>{t('myWork.until', { at: day(new Date(until)) })}</span>}
        {until !== null && isMandate && <span>{t('myWork.ends', { at: day(shownDay(lastDayBefore(until))) })}</span>}
        {task?.dueOn != null && <span>{t('myWork.dueOn', { at: day(shownDay(task.dueOn)) })}</span>}
      </p>
      {task?.asked && (
        <div className="row my-work__acts no-print">
          {task.asked.mayAccept ? (
            <AcceptTask task={task} workspaceId={item.workspaceId} asked={task.asked} onAccepted={onAccepted} />
          ) : (
            <p className="caption">{t('myWork.mayOnlyDecline')}</p>
          )}
        </div>
      )}
    </li>
  )
}
