import { useId, useState, type ReactNode } from 'react'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { SelectField } from '../../ui/select-field.js'
import { FilterFields, type FilterFieldsProps } from './filter-fields.js'
import { GROUPINGS } from './grouping.js'
import { SHOWN_AS, type Look, type LookName } from './look.js'

interface LookFieldsProps extends Omit<FilterFieldsProps, 'filter'> {
  readonly look: Look
  readonly onChange: (changes: Partial<Record<LookName, string | null>>) => void
  /** What else stands at the head of the roadmap: before the button of the filters, for what that opens comes next to it. */
  readonly children?: ReactNode
}

/** How the roadmap is looked at: as what, in which groups, and which of its tasks. */
export function LookFields({ look, onChange, children, ...filters }: LookFieldsProps) {
  const { t } = useText()
  const id = useId()
  const { shownAs, grouping, isMilestones, filter } = look
  const count = Object.keys(filter).length
  const [isOpen, setOpen] = useState(count > 0)
  return (
    <div className="stack stack--tight no-print">
      <div className="grouping">
        <SelectField
          label={t('look.shownAs')}
          placeholder={t('look.list')}
          choices={SHOWN_AS.map((one) => ({ value: one, label: t(`look.${one}`) }))}
          value={shownAs === 'list' ? '' : shownAs}
          onChange={(one) => onChange({ show: one, task: null })}
        />
        {!isMilestones && shownAs !== 'table' && (
          <SelectField
            label={t('grouping.label')}
            placeholder={t(shownAs === 'columns' ? 'grouping.status' : 'grouping.none')}
            choices={GROUPINGS.filter((one) => shownAs === 'list' || one !== 'status').map((one) => ({
              value: one,
              label: t(`grouping.${one}`)
            }))}
            value={grouping ?? ''}
            onChange={(one) => onChange({ group: one })}
          />
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={isMilestones}
            onChange={(event) => onChange({ only: event.target.checked ? 'milestones' : null })}
          />
          {t('grouping.milestones')}
        </label>
        {children}
        <Button aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onPress={() => setOpen(!isOpen)}>
          {t('look.filters', { n: count })}
        </Button>
      </div>
      {isOpen && (
        <div id={id} role="group" className="filters" aria-label={t('look.filters', { n: 0 })}>
          <FilterFields {...filters} filter={filter} onChange={onChange} />
        </div>
      )}
    </div>
  )
}
