import { useRef } from 'react'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { SelectField } from '../../../ui/select-field.js'
import { TextField } from '../../../ui/text-field.js'
import type { Interest } from './profile-draft.js'

const KINDS = ['funder', 'interest'] as const
const MOST = 50

interface InterestFieldsProps {
  readonly interests: readonly Interest[]
  readonly isChecked: boolean
  readonly onChange: (interests: Interest[]) => void
}

/** Who funds this and which interests bear on it, one group of fields each. */
export function InterestFields({ interests, isChecked, onChange }: InterestFieldsProps) {
  const { t } = useText()
  const whole = useRef<HTMLFieldSetElement>(null)
  /** The group at this place; where there is none, what adds one. */
  const focusOn = useFocusAfter((at: number) => {
    const group = whole.current?.querySelectorAll('fieldset')[at]
    return group?.querySelector('input') ?? whole.current?.querySelector<HTMLElement>(':scope > div > button')
  })
  const change = (at: number, part: Partial<Interest>) =>
    onChange(interests.map((interest, index) => (index === at ? { ...interest, ...part } : interest)))
  return (
    <fieldset ref={whole} className="group stack">
      <legend>{t('profile.interests')}</legend>
      <p className="field__hint">{t('profile.interestsHint')}</p>
      {interests.length === 0 && <p className="muted">{t('profile.interestsNone')}</p>}
      {interests.map((interest, index) => (
        <fieldset key={index} className="group stack">
          <legend>{t('profile.interestNumbered', { number: index + 1 })}</legend>
          <TextField
            label={t('profile.interest')}
            maxLength={200}
            value={interest.name}
            error={isChecked && interest.name.trim() === '' ? t('form.required') : undefined}
            onChange={(name) => change(index, { name })}
          />
          <SelectField
            label={t('profile.interestKind')}
            placeholder={t('form.choose')}
            choices={KINDS.map((kind) => ({ value: kind, label: t(`interestKind.${kind}`) }))}
            value={interest.kind}
            onChange={(kind) => kind !== '' && change(index, { kind })}
          />
          <TextField
            label={t('profile.interestNote')}
            rows={2}
            maxLength={1000}
            value={interest.note}
            onChange={(note) => change(index, { note })}
          />
          <div>
            <Button
              aria-label={t('profile.interestRemove', { name: interest.name || t('profile.interestNumbered', { number: index + 1 }) })}
              icon="trash"
              onPress={() => {
                onChange(interests.filter((_, at) => at !== index))
                focusOn(index)
              }}
            >
              {t('form.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {interests.length < MOST && (
        <div>
          <Button
            icon="plus"
            onPress={() => {
              onChange([...interests, { name: '', kind: 'funder', note: '' }])
              focusOn(interests.length)
            }}
          >
            {t('profile.interestAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
