import { KEY_AREAS, SIDES, STAGES } from '@roundtable/shared/framework'
import { part, setTaskField, type Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { SelectField } from '../../ui/select-field.js'
import { EntryFields, RichText, useHint, useOpenDocument, WordsField } from '../document/index.js'
import { fieldsOf, GROUP_NAMES, MAIN_FIELDS } from './field-groups.js'
import { ScheduleFields } from './schedule-fields.js'

interface TaskDetailsProps {
  readonly task: Task
  /** Of the headings in it. */
  readonly level: 4 | 5
}

/** What is said of a task beside its title: first what most tasks need, then the rest in groups that are opened by name. */
export function TaskDetails({ task, level }: TaskDetailsProps) {
  const { t } = useText()
  const { doc, canEdit } = useOpenDocument()
  const [whyHint, signHint] = [useHint('why', t('task.whyHint')), useHint('sign', t('task.signHint'))]
  const { id, fields } = task
  const why = part(doc, 'roadmap', id, 'why')
  const sign = part(doc, 'roadmap', id, 'sign')
  const Heading = level === 4 ? 'h4' : 'h5'
  const shared = { kind: 'roadmap', id, fields, labels: 'task' } as const
  return (
    <>
      <Heading className="standing__title">{t('task.main')}</Heading>
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
      {sign && <WordsField label={t('task.sign')} hint={signHint} lines="one" text={sign} isReadOnly={!canEdit} />}
      <EntryFields {...shared} definitions={MAIN_FIELDS} />
      {GROUP_NAMES.map((group) => {
        const definitions = fieldsOf(group)
        const n = definitions.filter(({ name }) => fields[name] !== undefined).length
        return (
          <details key={group} className="task__more">
            <summary>
              <Heading className="standing__title">{t('task.group', { group: t(`task.group.${group}`), n })}</Heading>
            </summary>
            <div className="stack">
              <EntryFields {...shared} definitions={definitions} />
            </div>
          </details>
        )
      })}
    </>
  )
}
