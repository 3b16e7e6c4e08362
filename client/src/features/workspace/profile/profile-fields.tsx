import { DATA_CLASSES, OBJECTIVE_CODES, POPULATIONS, STAGES } from '@roundtable/shared/framework'
import type { ReactNode } from 'react'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useText } from '../../../locales/use-text.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { SelectField } from '../../../ui/select-field.js'
import { TextField } from '../../../ui/text-field.js'
import { InterestFields } from './interest-fields.js'
import type { ProfileDraft, ProfileField } from './profile-draft.js'
import { Theirs } from './theirs.js'

interface ProfileFieldsProps {
  readonly draft: ProfileDraft
  /** What somebody else saved meanwhile, and where it differs. */
  readonly theirs: ProfileDraft | null
  readonly differing: readonly ProfileField[]
  readonly isChecked: boolean
  /** The design cannot be left yet. */
  readonly isGated: boolean
  readonly error: unknown
  readonly onChange: (part: Partial<ProfileDraft>) => void
  /** Somebody else's words were taken: what offered them is gone. */
  readonly onTaken: (field: ProfileField) => void
}

export function ProfileFields({ draft, theirs, differing, isChecked, isGated, error, onChange, onTaken }: ProfileFieldsProps) {
  const { t } = useText()
  const beside = (field: ProfileField, control: ReactNode) => (
    <div className="stack stack--tight" data-field={field}>
      {control}
      <Theirs
        field={field}
        theirs={differing.includes(field) ? theirs : null}
        onTake={() => {
          if (theirs) onChange({ [field]: theirs[field] })
          onTaken(field)
        }}
      />
    </div>
  )
  const line = (
    field: 'title' | 'summary' | 'otherObjective' | 'populationLabel' | 'identification',
    most: number,
    more: { hint?: string; rows?: number }
  ) =>
    beside(
      field,
      <TextField
        label={t(field === 'title' ? 'profile.name' : `profile.${field}`)}
        maxLength={most}
        value={draft[field]}
        error={isChecked && field === 'title' && draft.title.trim() === '' ? t('form.required') : fieldProblem(error, field)}
        onChange={(value) => onChange({ [field]: value })}
        {...more}
      />
    )
  return (
    <>
      {line('title', 200, {})}
      {line('summary', 4000, { hint: t('profile.summaryHint'), rows: 4 })}
      {beside(
        'objectives',
        <ChoiceGroup
          label={t('profile.objectives')}
          hint={t('profile.objectivesHint')}
          kind="many"
          choices={OBJECTIVE_CODES.map((code) => ({ value: code, label: t(`objective.${code}`) }))}
          chosen={draft.objectives}
          onChange={(chosen) => onChange({ objectives: OBJECTIVE_CODES.filter((code) => chosen.includes(code)) })}
        />
      )}
      {draft.objectives.includes('OX') && line('otherObjective', 500, { rows: 2 })}
      {beside(
        'dataClass',
        <ChoiceGroup
          label={t('profile.dataClass')}
          hint={t('profile.dataClassHint')}
          kind="one"
          choices={[
            ...DATA_CLASSES.map((one) => ({ value: one, label: t(`dataClass.${one}`) })),
            { value: '', label: t('profile.dataClassOpen') }
          ]}
          chosen={[draft.dataClass ?? '']}
          onChange={([chosen]) => onChange({ dataClass: DATA_CLASSES.find((one) => one === chosen) ?? null })}
        />
      )}
      {beside(
        'populations',
        <ChoiceGroup
          label={t('profile.populations')}
          hint={t('profile.populationsHint')}
          kind="many"
          choices={POPULATIONS.map((population) => ({ value: population, label: t(`population.${population}`) }))}
          chosen={draft.populations}
          onChange={(chosen) => onChange({ populations: POPULATIONS.filter((population) => chosen.includes(population)) })}
        />
      )}
      {line('populationLabel', 500, { hint: t('profile.populationLabelHint'), rows: 2 })}
      {line('identification', 2000, { hint: t('profile.identificationHint'), rows: 3 })}
      {beside(
        'stage',
        <SelectField
          label={t('profile.stage')}
          hint={isGated ? t('profile.stageGate') : undefined}
          placeholder={t('profile.stageOpen')}
          choices={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          value={draft.stage ?? ''}
          onChange={(stage) => onChange({ stage: stage === '' ? null : stage })}
        />
      )}
      {beside(
        'interests',
        <InterestFields interests={draft.interests} isChecked={isChecked} onChange={(interests) => onChange({ interests })} />
      )}
    </>
  )
}
