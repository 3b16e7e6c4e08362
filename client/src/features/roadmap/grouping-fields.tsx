import { useText } from '../../locales/use-text.js'
import { SelectField } from '../../ui/select-field.js'
import { GROUPINGS, type Grouping } from './grouping.js'

interface GroupingFieldsProps {
  readonly grouping: Grouping | null
  readonly isMilestones: boolean
  readonly onGroup: (grouping: Grouping | null) => void
  readonly onMilestones: (isOn: boolean) => void
}

/** How the roadmap is looked at: in groups, or its milestones alone. */
export function GroupingFields({ grouping, isMilestones, onGroup, onMilestones }: GroupingFieldsProps) {
  const { t } = useText()
  return (
    <div className="grouping no-print">
      {!isMilestones && (
        <SelectField
          label={t('grouping.label')}
          placeholder={t('grouping.none')}
          choices={GROUPINGS.map((one) => ({ value: one, label: t(`grouping.${one}`) }))}
          value={grouping ?? ''}
          onChange={(one) => onGroup(one === '' ? null : one)}
        />
      )}
      <label className="check">
        <input type="checkbox" checked={isMilestones} onChange={(event) => onMilestones(event.target.checked)} />
        {t('grouping.milestones')}
      </label>
    </div>
  )
}
