import { useId, type ReactNode } from 'react'
import { part, type Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { useOpenDocument, WordsField } from '../document/index.js'
import { TaskDetails } from './task-details.js'
import { TaskSummary } from './task-summary.js'

interface TaskFieldsProps {
  readonly task: Task
  /** What it is called by number, and by name. */
  readonly numbered: string
  readonly name: string
  readonly isOpen: boolean
  /** Of the headings in it. */
  readonly level: 4 | 5
  readonly onToggle: () => void
  /** What was said of the task, under its title. */
  readonly children: ReactNode
}

/** One task: its title is always there to write in; the rest opens below it. */
export function TaskFields({ task, numbered, name, isOpen, level, onToggle, children }: TaskFieldsProps) {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const detailsId = useId()
  const title = part(doc, 'roadmap', task.id, 'title')
  return (
    <div className="stack">
      {title && (
        <WordsField label={t('task.titleNamed', { numbered })} isLabelHidden look="title" lines="one" text={title} isReadOnly={!canEdit} />
      )}
      {!isOpen && <TaskSummary task={task} />}
      {children}
      <div className="row no-print">
        <Button
          look="link"
          aria-label={t(isOpen ? 'task.lessNamed' : 'task.moreNamed', { name })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          onPress={onToggle}
        >
          {t(isOpen ? 'task.less' : 'task.more')}
        </Button>
      </div>
      {isOpen && (
        <div id={detailsId} role="group" className="stack" aria-label={t('task.details', { name })}>
          <TaskDetails task={task} level={level} />
        </div>
      )}
    </div>
  )
}
