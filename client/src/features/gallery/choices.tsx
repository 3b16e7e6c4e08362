import { useState } from 'react'
import { useText } from '../../locales/use-text.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { ComboField } from '../../ui/combo-field.js'
import { SelectField } from '../../ui/select-field.js'
import { Specimen, State } from './specimen.js'

const VALUES = ['one', 'two', 'three'] as const

export function ChoiceSpecimens() {
  const { t } = useText()
  const [chosen, setChosen] = useState<readonly string[]>(['one'])
  const [picked, setPicked] = useState('two')
  const label = t('gallery.fieldLabel')
  const choices = VALUES.map((value) => ({ value, label: t(`gallery.choice.${value}`) }))
  const explained = choices.map((choice) => ({ ...choice, hint: t('gallery.words') }))
  const select = { label, choices, placeholder: t('gallery.choose') }
  const combo = { ...select, showAll: t('gallery.showAll'), nothingFits: t('gallery.nothingFits'), onChange: setPicked }
  return (
    <>
      <Specimen title={t('gallery.choiceGroup')}>
        <State name={t('gallery.one')}>
          <ChoiceGroup label={label} hint={t('gallery.fieldHint')} kind="one" choices={explained} chosen={chosen} onChange={setChosen} />
        </State>
        <State name={t('gallery.many')}>
          <ChoiceGroup label={label} kind="many" choices={choices} chosen={chosen} onChange={setChosen} />
        </State>
        <State name={t('gallery.state.invalid')}>
          <ChoiceGroup label={label} kind="one" choices={choices} chosen={[]} error={t('gallery.invalid')} onChange={setChosen} />
        </State>
        <State name={t('gallery.state.readOnly')}>
          <ChoiceGroup label={label} kind="many" choices={choices} chosen={['one', 'three']} isReadOnly onChange={setChosen} />
        </State>
        <State name={t('gallery.state.readOnlyEmpty')}>
          <ChoiceGroup
            label={label}
            kind="many"
            choices={choices}
            chosen={[]}
            isReadOnly
            whenEmpty={t('gallery.nothingSaid')}
            onChange={setChosen}
          />
        </State>
      </Specimen>
      <Specimen title={t('gallery.selectField')}>
        <State name={t('gallery.state.rest')}>
          <SelectField {...select} value={picked} onChange={setPicked} />
        </State>
        <State name={t('gallery.state.empty')}>
          <SelectField {...select} value="" hint={t('gallery.fieldHint')} onChange={setPicked} />
        </State>
        <State name={t('gallery.state.invalid')}>
          <SelectField {...select} value="" error={t('gallery.invalid')} onChange={setPicked} />
        </State>
        <State name={t('gallery.state.readOnly')}>
          <SelectField {...select} value="one" isReadOnly onChange={setPicked} />
        </State>
      </Specimen>
      <Specimen title={t('gallery.comboField')}>
        <State name={t('gallery.state.rest')}>
          <ComboField {...combo} value={picked} />
        </State>
        <State name={t('gallery.state.invalid')}>
          <ComboField {...combo} value="" error={t('gallery.invalid')} />
        </State>
      </Specimen>
    </>
  )
}
