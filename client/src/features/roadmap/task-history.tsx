import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { DocumentView } from '@roundtable/shared/protocol'
import { request } from '../../lib/request.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { QueryState } from '../../ui/query-state.js'
import { Said } from '../../ui/said.js'
import { partKey } from '../workspace/index.js'

interface TaskHistoryProps {
  readonly roadmap: DocumentView
  readonly taskId: string
  readonly name: string
  /** Said again as something else: the history is read anew. */
  readonly version: number
}

/** Who said what of a task, newest first; asked for when somebody wants to see it. */
export function TaskHistory({ name, ...task }: TaskHistoryProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="stack stack--tight no-print">
      <div>
        <Button look="link" aria-label={t('standing.historyNamed', { name })} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('standing.history')}
        </Button>
      </div>
      {isOpen && <Items {...task} />}
    </div>
  )
}

function Items({ roadmap, taskId, version }: Omit<TaskHistoryProps, 'name'>) {
  const { t } = useText()
  const { moment } = useFormat()
  const query = useQuery({
    queryKey: [...partKey(roadmap.workspaceId, 'taskHistory'), roadmap.id, taskId, version],
    queryFn: () => request('getTaskHistory', { id: roadmap.id, query: { task: taskId } })
  })
  return (
    <QueryState query={query} waitingFor={t('shell.loading')}>
      {({ items }) => (
        <ol className="standing__lines">
          {items.map(({ act, by, from, to, reason, at }) => (
            <li key={`${at} ${act}`} className="standing__line">
              <p>
                <span className="names">{t(`standing.act.${act}`, { by })}</span>
                {from !== to && <> {t('standing.fromTo', { from: t(`taskStatus.${from}`), to: t(`taskStatus.${to}`) })}</>}
              </p>
              {reason !== '' && <Said>{reason}</Said>}
              <p className="caption muted">{moment(new Date(at))}</p>
            </li>
          ))}
        </ol>
      )}
    </QueryState>
  )
}
