import { useId, type ReactNode } from 'react'
import { KEY_AREAS, SIDES, STAGES } from '@roundtable/shared/framework'
import { part, setTaskField, TASK_FIELDS, type Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { SelectField } from '../../ui/select-field.js'
import { EntryFields, RichText, useHint, useOpenDocument, WordsField } from '../document/index.js'
import { ScheduleFields } from './schedule-fields.js'
import { TaskSummary } from './task-summary.js'

interface TaskFieldsProps {
  readonly task: Task
  /** What it is called by number, and by name. */
  readonly numbered: string
  readonly name: string
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** What was said of the task, under its title. */
  readonly children: ReactNode
}

/** One task: its title is always there to write in; the rest opens below it. */
export function TaskFields({ task, numbered, name, isOpen, onToggle, children }: TaskFieldsProps) {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const detailsId = useId()
  const [whyHint, signHint] = [useHint('why', t('task.whyHint')), useHint('sign', t('task.signHint'))]
  const { id } = task
  const title = part(doc, 'roadmap', id, 'title')
  const why = part(doc, 'roadmap', id, 'why')
  const sign = part(doc, 'roadmap', id, 'sign')
  return (
    <div className="stack">
      {title && <WordsField label={t('task.titleNamed', { numbered })} isLabelHidden look="title" lines="one" text={title} isReadOnly={!canEdit} />}
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
          {why && <RichText fragment={why} label={t('task.why')} hint={whyHint} />}
          <ScheduleFields task={task} />
          <div className="task__codes">
            <SelectField
              label={t('task.leadSide')}
              placeholder={t('task.notChosen')}
              choices={SIDES.map((side) => ({ value: side, label: t(`sideTitle.${side}`) }))}
              value={task.leadSide ?? ''}
              isReadOnly={!canEdit}
              onChange={(side) => setTaskField(doc, id, 'leadSide', side || null)}
            />
            <SelectField
              label={t('task.stage')}
              placeholder={t('task.notChosen')}
              choices={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
              value={task.stage ?? ''}
              isReadOnly={!canEdit}
              onChange={(stage) => setTaskField(doc, id, 'stage', stage || null)}
            />
            <SelectField
              label={t('task.keyArea')}
              placeholder={t('task.notChosen')}
              choices={KEY_AREAS.map((area) => ({ value: area, label: t(`keyArea.${area}`) }))}
              value={task.keyArea ?? ''}
              isReadOnly={!canEdit}
              onChange={(area) => setTaskField(doc, id, 'keyArea', area || null)}
            />
          </div>
          <EntryFields kind="roadmap" id={id} definitions={TASK_FIELDS} fields={task.fields} labels="task" />
          {sign && <WordsField label={t('task.sign')} hint={signHint} lines="one" text={sign} isReadOnly={!canEdit} />}
        </div>
      )}
    </div>
  )
}
