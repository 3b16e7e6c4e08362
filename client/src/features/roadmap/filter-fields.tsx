import type { TasksView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { SelectField } from '../../ui/select-field.js'
import type { Filter, FilterName } from './filter.js'
import { filterChoices } from './filter-words.js'

export interface FilterFieldsProps {
  readonly filter: Filter
  /** Undefined while what was said of tasks cannot be read: then nothing can be filtered by it. */
  readonly facts: TasksView | undefined
  readonly onChange: (changes: Partial<Record<FilterName, string | null>>) => void
}

/** Which tasks are shown, one field for each respect; all of them must hold. */
export function FilterFields({ filter, facts, onChange }: FilterFieldsProps) {
  const { t } = useText()
  const names = (['status', 'owner', 'stage', 'principle', 'due'] as const).filter(
    (name) => facts || (name !== 'status' && name !== 'owner')
  )
  return (
    <>
      {names.map((name) => (
        <SelectField
          key={name}
          label={t(`look.by.${name}`)}
          placeholder={t('look.any')}
          choices={filterChoices(name, facts, t)}
          value={filter[name] ?? ''}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
      {facts && (
        <label className="check">
          <input
            type="checkbox"
            checked={filter.mine === 'yes'}
            onChange={(event) => onChange({ mine: event.target.checked ? 'yes' : null })}
          />
          {t('look.mine')}
        </label>
      )}
    </>
  )
}
