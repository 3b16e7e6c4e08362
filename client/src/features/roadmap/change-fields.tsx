import { KEY_AREAS, PRINCIPLES, SIDES, STAGES } from '@roundtable/shared/framework'
import { useText } from '../../locales/use-text.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { SelectField } from '../../ui/select-field.js'
import type { Change, Unchosen } from './bulk.js'
import { DayToBe } from './day-to-be.js'

interface ChangeFieldsProps {
  /** Null until it is chosen what is changed. */
  readonly change: Change | Unchosen | null
  readonly error: string | undefined
  readonly onChange: (change: Change | Unchosen | null) => void
}

/** In the place of a code: that what is set is taken away is a choice of its own. */
const NONE = 'none'
const FIELDS = ['stage', 'leadSide', 'keyArea', 'start', 'due', 'addPrinciples', 'dropPrinciples'] as const

/** What is changed of many tasks, and into what. */
export function ChangeFields({ change, error, onChange }: ChangeFieldsProps) {
  const { t } = useText()

  function begin(field: Change['field'] | '') {
    if (field === '') return onChange(null)
    if (field === 'addPrinciples' || field === 'dropPrinciples') return onChange({ field, codes: [] })
    onChange(field === 'start' || field === 'due' ? { field, day: '' } : { field, isUnchosen: true })
  }

  return (
    <>
      <SelectField
        label={t('bulk.what')}
        placeholder={t('form.choose')}
        choices={FIELDS.map((field) => ({ value: field, label: t(`bulk.field.${field}`) }))}
        value={change?.field ?? ''}
        error={change === null ? error : undefined}
        onChange={begin}
      />
      {change !== null && <Into key={change.field} change={change} error={error} onChange={onChange} />}
    </>
  )
}

function Into({ change, error, onChange }: Omit<ChangeFieldsProps, 'change'> & { readonly change: Change | Unchosen }) {
  const { t } = useText()
  function select<V extends string>(
    field: Unchosen['field'],
    codes: readonly V[],
    words: (code: V) => string,
    onCode: (code: V | null) => void
  ) {
    const chosen = 'code' in change ? (codes.find((code) => code === change.code) ?? NONE) : ''
    return (
      <SelectField<V | typeof NONE>
        label={t('bulk.into')}
        placeholder={t('form.choose')}
        choices={[...codes.map((code) => ({ value: code, label: words(code) })), { value: NONE, label: t('bulk.noCode') }]}
        value={chosen}
        error={error}
        onChange={(code) => (code === '' ? onChange({ field, isUnchosen: true }) : onCode(code === NONE ? null : code))}
      />
    )
  }
  switch (change.field) {
    case 'stage':
      return select(
        'stage',
        STAGES,
        (code) => t(`stage.${code}`),
        (code) => onChange({ field: 'stage', code })
      )
    case 'leadSide':
      return select(
        'leadSide',
        SIDES,
        (code) => t(`sideTitle.${code}`),
        (code) => onChange({ field: 'leadSide', code })
      )
    case 'keyArea':
      return select(
        'keyArea',
        KEY_AREAS,
        (code) => t(`keyArea.${code}`),
        (code) => onChange({ field: 'keyArea', code })
      )
    case 'start':
    case 'due':
      return (
        <DayToBe label={t(`task.${change.field}`)} day={change.day} error={error} onDay={(day) => onChange({ field: change.field, day })} />
      )
    case 'addPrinciples':
    case 'dropPrinciples':
      return (
        <ChoiceGroup
          label={t('task.principles')}
          kind="many"
          choices={PRINCIPLES.map((code) => ({ value: code, label: t(`principle.${code}`) }))}
          chosen={change.codes}
          error={error}
          onChange={(codes) => onChange({ field: change.field, codes })}
        />
      )
  }
}
