import { useState } from 'react'
import { useText } from '../../locales/use-text.js'
import { CommittedField } from '../../ui/committed-field.js'
import { DayField } from '../../ui/day-field.js'
import { FormProblem } from '../../ui/form-problem.js'
import { TextField } from '../../ui/text-field.js'
import { Specimen, State } from './specimen.js'

/** What is typed here goes nowhere. */
export function FieldSpecimens() {
  const { t } = useText()
  const [kept, setKept] = useState(() => t('gallery.word'))
  const [day, setDay] = useState('2026-11-29')
  const label = t('gallery.fieldLabel')
  const take = (value: string): string | null => {
    if (value === '') return t('gallery.invalid')
    setKept(value)
    return null
  }
  return (
    <>
      <Specimen title={t('gallery.textField')} lead={t('gallery.fieldLead')}>
        <State name={t('gallery.state.rest')}>
          <TextField label={label} hint={t('gallery.fieldHint')} defaultValue={t('gallery.word')} />
        </State>
        <State name={t('gallery.state.empty')}>
          <TextField label={label} />
        </State>
        <State name={t('gallery.state.invalid')}>
          <TextField label={label} error={t('gallery.invalid')} />
        </State>
        <State name={t('gallery.state.readOnly')}>
          <TextField label={label} isReadOnly defaultValue={t('gallery.words')} />
        </State>
        <State name={t('gallery.state.disabled')}>
          <TextField label={label} hint={t('gallery.disabledBecause')} isDisabled defaultValue={t('gallery.word')} />
        </State>
        <State name={t('gallery.lines')}>
          <TextField label={label} rows={3} defaultValue={t('gallery.saidLines')} />
        </State>
        <State name={t('gallery.state.otherDirection')}>
          <TextField label={label} defaultValue={t('gallery.arabic')} />
        </State>
        <State name={t('gallery.state.long')}>
          <TextField label={t('gallery.long')} hint={t('gallery.long')} rows={2} defaultValue={t('gallery.unbroken')} />
        </State>
      </Specimen>
      <Specimen title={t('gallery.committedField')} lead={t('gallery.committedLead')}>
        <State name={t('gallery.state.rest')}>
          <CommittedField label={label} value={kept} isReadOnly={false} onCommit={take} />
        </State>
        <State name={t('gallery.state.readOnly')}>
          <CommittedField label={label} value={t('gallery.words')} isReadOnly onCommit={take} />
        </State>
        <State name={t('gallery.state.readOnlyEmpty')}>
          <CommittedField label={label} value="" isReadOnly whenEmpty={t('gallery.nothingSaid')} onCommit={take} />
        </State>
        <State name={t('gallery.dates')}>
          <CommittedField label={label} type="date" value="2026-11-29" isReadOnly={false} onCommit={take} />
        </State>
      </Specimen>
      <Specimen title={t('gallery.dayField')}>
        <State name={t('gallery.state.rest')}>
          <DayField label={label} value={day} onChange={setDay} onDone={() => undefined} />
        </State>
        <State name={t('gallery.state.empty')}>
          <DayField label={label} value="" onChange={setDay} onDone={() => undefined} />
        </State>
        <State name={t('gallery.state.invalid')}>
          <DayField label={label} error={t('gallery.invalid')} value={day} onChange={setDay} onDone={() => undefined} />
        </State>
        <State name={t('gallery.state.overtaken')}>
          <DayField
            label={label}
            value={day}
            became={t('gallery.word')}
            insist={() => undefined}
            giveUp={() => undefined}
            onChange={setDay}
            onDone={() => undefined}
          />
        </State>
      </Specimen>
      <Specimen title={t('gallery.formProblem')}>
        <State name={t('gallery.state.error')}>
          <FormProblem error={new Error()} />
        </State>
      </Specimen>
    </>
  )
}
