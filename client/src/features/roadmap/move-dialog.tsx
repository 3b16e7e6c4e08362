import { useId, useState, type FormEvent } from 'react'
import type { Task } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { Dialog } from '../../ui/dialog.js'
import { SelectField } from '../../ui/select-field.js'
import { GROUP_FIELDS, type GroupCode, type Place } from './arrange.js'
import { CODES, groupName, inGroup, type Grouping } from './grouping.js'

export interface MoveDialogProps {
  /** What is moved: as people call it, or how many. */
  readonly name: string
  readonly ids: readonly string[]
  /** The whole roadmap, also what a filter hides: the place is one in the whole. */
  readonly tasks: readonly Task[]
  readonly nameOf: (task: Task) => string
  readonly grouping: Grouping | null
  /** False: it could not be done, for what it was to stand beside is gone. */
  readonly onMove: (place: Place | null, group?: GroupCode) => boolean
  readonly onClose: () => void
}

const NO_GROUP = '-'

/** Where tasks go: into which group, and beside which other task, by its name. */
export function MoveDialog({ name, ids, tasks, nameOf, grouping, onMove, onClose }: MoveDialogProps) {
  const { t } = useText()
  const lead = useId()
  const field = grouping && GROUP_FIELDS[grouping]
  const [first] = tasks.filter(({ id }) => ids.includes(id))
  const [group, setGroup] = useState<string>((field && first?.[field]) ?? NO_GROUP)
  const [chosen, setChosen] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const code = group === NO_GROUP ? null : group
  const others = tasks.filter((task) => !ids.includes(task.id) && (!grouping || !field || inGroup(task, grouping, code)))
  const choices = [
    { value: 'first', label: t('arrange.first') },
    ...others.map((task) => ({
      value: `after ${task.id}`,
      label: t('arrange.after', { number: tasks.indexOf(task) + 1, name: nameOf(task) })
    }))
  ]
  const isGone = chosen !== '' && !choices.some(({ value }) => value === chosen)

  function place(): Place | null {
    if (chosen !== 'first') return { after: chosen.slice('after '.length) }
    if (!grouping || !field) return 'first'
    return others[0] ? { before: others[0].id } : null
  }

  function send(event: FormEvent) {
    event.preventDefault()
    if (chosen === '') return setProblem(t('form.chooseOne'))
    if (isGone || !onMove(place(), field ? ({ field, code } as GroupCode) : undefined)) return setProblem(t('arrange.gone'))
    onClose()
  }

  return (
    <Dialog title={t('arrange.moveTitle', { name })} isOpen onClose={onClose}>
      <form className="stack" noValidate onSubmit={send} aria-describedby={lead}>
        <p id={lead}>{t('arrange.lead')}</p>
        {grouping && field && (
          <SelectField
            label={t(`grouping.${grouping}`)}
            placeholder={t('form.choose')}
            choices={[
              ...CODES[grouping].map((one) => ({ value: one, label: groupName(grouping, one, t) })),
              { value: NO_GROUP, label: t('grouping.notSaid') }
            ]}
            value={group}
            onChange={(one) => {
              setGroup(one === '' ? NO_GROUP : one)
              setChosen('')
            }}
          />
        )}
        <SelectField
          label={t('arrange.place')}
          placeholder={t('form.choose')}
          choices={choices}
          value={isGone ? '' : chosen}
          error={isGone ? t('arrange.gone') : (problem ?? undefined)}
          onChange={(one) => {
            setChosen(one)
            setProblem(null)
          }}
        />
        <div className="row">
          <Button look="primary" type="submit">
            {t('arrange.move')}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
